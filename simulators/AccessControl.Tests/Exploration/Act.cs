namespace PairingLab.AccessControl.Tests.Exploration;

/// <summary>Something that happens at MACS.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">Whose card, 0 to 2.</param>
/// <param name="Device">At which terminal, 0 to 2.</param>
/// <param name="Adults">With how many adult guests, 0 to 3.</param>
/// <param name="Seconds">How much time passes.</param>
public sealed record Act(ActKind Kind, int Who, int Device, int Adults, int Seconds);

/// <summary>What can happen at MACS.</summary>
public enum ActKind
{
    /// <summary>Somebody's card is tapped.</summary>
    Tap,

    /// <summary>The entry that a terminal checked last is confirmed, whether it still can be or not.</summary>
    Confirm,

    /// <summary>The same with guests.</summary>
    ConfirmWithGuests,

    /// <summary>Somebody taps and enters, with guests.</summary>
    Enter,

    /// <summary>An Admin reverses what somebody did last, whatever it was.</summary>
    ReverseAsAdmin,

    /// <summary>A Service Provider does.</summary>
    ReverseAsServiceProvider,

    /// <summary>Time passes.</summary>
    Wait,
}
