namespace PairingLab.AccessControl.Devices;

/// <summary>The screens of a device.</summary>
public enum DeviceScreen
{
    /// <summary>Asks for the pairing code.</summary>
    Pair,

    /// <summary>Asks staff to check the cardholder's identity.</summary>
    Identity,

    /// <summary>Waits for a card.</summary>
    Tap,

    /// <summary>Shows the visits left and takes the guests.</summary>
    Entry,
}
