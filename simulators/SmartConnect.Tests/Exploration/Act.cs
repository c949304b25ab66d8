namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>Something that happens at a site.</summary>
/// <param name="Kind">What.</param>
/// <param name="Device">Which device, 0 to 3.</param>
/// <param name="Register">Which register, 0 to 5.</param>
/// <param name="Choice">Which of several ways, 0 to 400.</param>
public sealed record Act(ActKind Kind, int Device, int Register, int Choice);

/// <summary>What can happen at a site.</summary>
public enum ActKind
{
    /// <summary>A device is switched on again.</summary>
    SwitchOn,

    /// <summary>Other hardware with the same internal id is switched on.</summary>
    Swap,

    /// <summary>A device opens pairing or refreshes its code.</summary>
    ShowCode,

    /// <summary>A device closes pairing.</summary>
    HideCode,

    /// <summary>A register is paired from the code to the end.</summary>
    PairToTheEnd,

    /// <summary>A register submits the code that a device shows, or showed.</summary>
    SubmitCode,

    /// <summary>A register submits a code that was shown at any time.</summary>
    SubmitOldCode,

    /// <summary>A device unpairs a register, its own or not.</summary>
    Unpair,

    /// <summary>A device unpairs all.</summary>
    UnpairAll,

    /// <summary>A register submits a payment.</summary>
    Pay,

    /// <summary>A register submits a payment under another business name.</summary>
    PayAsAnother,

    /// <summary>A device looks what is new.</summary>
    Look,

    /// <summary>A device fetches its next payment.</summary>
    Take,

    /// <summary>A device says how its payment ended.</summary>
    Finish,

    /// <summary>A device says how any payment ended.</summary>
    FinishAny,

    /// <summary>Time passes.</summary>
    Wait,

    /// <summary>The server is killed and started again.</summary>
    Restart,

    /// <summary>The disk takes nothing for the next act.</summary>
    FillDisk,
}
