namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Something that a person or a thief does, or that happens.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Who">Which terminal or server, modulo their number.</param>
/// <param name="Choice">Which of several ways.</param>
public sealed record Act(ActKind Kind, int Who, int Choice);

/// <summary>The acts of an exploration.</summary>
public enum ActKind
{
    /// <summary>Time passes.</summary>
    Wait,

    /// <summary>A terminal asks, as it does every few seconds.</summary>
    Ask,

    /// <summary>A terminal fetches a piece of a package.</summary>
    Fetch,

    /// <summary>A terminal is created, approved and asked until master serves it.</summary>
    PairToTheEnd,

    /// <summary>A terminal is created in CAS.</summary>
    Create,

    /// <summary>Its VPN configuration is generated.</summary>
    GenerateVpn,

    /// <summary>The operator signs in with two factors.</summary>
    SignInOperator,

    /// <summary>The clerk signs in, without a second factor.</summary>
    SignInClerk,

    /// <summary>The user at CAS signs out.</summary>
    SignOut,

    /// <summary>Some pairing request is approved.</summary>
    Approve,

    /// <summary>All pairing requests are approved at once.</summary>
    ApproveAll,

    /// <summary>Two thieves ask under one serial number, and the operator approves both.</summary>
    ApproveACrowd,

    /// <summary>Some pairing request is refused.</summary>
    Refuse,

    /// <summary>A terminal is unpaired.</summary>
    Unpair,

    /// <summary>A terminal is set inactive, or active again.</summary>
    Toggle,

    /// <summary>The rules of serving are changed, or changed back.</summary>
    Rules,

    /// <summary>A server is migrated.</summary>
    Migrate,

    /// <summary>A terminal is given another server host.</summary>
    Move,

    /// <summary>A terminal goes to the other deployment scenario.</summary>
    ChangeScenario,

    /// <summary>A terminal is restored.</summary>
    Restore,

    /// <summary>A terminal is reset to factory settings.</summary>
    FactoryReset,

    /// <summary>A terminal's cable is cut, or mended.</summary>
    Cut,

    /// <summary>A false gate offers a terminal firmware, old or new.</summary>
    FalseUpgrade,

    /// <summary>A thief says hello under a serial number, with a new key or one that a terminal had before its reset.</summary>
    ThiefHello,

    /// <summary>A thief asks master.</summary>
    ThiefStatus,
}
