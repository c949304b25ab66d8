namespace PairingLab.AccessControl.Devices;

/// <summary>What the person at a device waits for.</summary>
public enum DeviceRequest
{
    /// <summary>POST /pos/pair.</summary>
    Pair,

    /// <summary>POST /pos/check_entry.</summary>
    Check,

    /// <summary>POST /pos/confirm_entry.</summary>
    Confirm,

    /// <summary>The two offline lists.</summary>
    Lists,
}
