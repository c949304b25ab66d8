namespace PairingLab.AccessControl.Devices;

/// <summary>Names of the buttons of a device.</summary>
public static class DeviceButtons
{
    /// <summary>Pairs.</summary>
    public const string Pair = "Pair";

    /// <summary>Staff has checked the identity.</summary>
    public const string IdentityConfirmed = "Identity confirmed";

    /// <summary>Gets the offline lists now (seed: "or manually from terminal").</summary>
    public const string Lists = "Download lists";

    /// <summary>The card is read by its chip.</summary>
    public const string Chip = "Chip";

    /// <summary>The card is tapped.</summary>
    public const string Contactless = "Contactless";

    /// <summary>Takes a sample card; its name follows.</summary>
    public const string Use = "Use ";

    /// <summary>One adult more.</summary>
    public const string MoreAdults = "Adult guest +";

    /// <summary>One adult fewer.</summary>
    public const string FewerAdults = "Adult guest −";

    /// <summary>One child more.</summary>
    public const string MoreChildren = "Child +";

    /// <summary>One child fewer.</summary>
    public const string FewerChildren = "Child −";

    /// <summary>Confirms the entry.</summary>
    public const string Confirm = "Confirm";

    /// <summary>Gives up.</summary>
    public const string Cancel = "Cancel";

    /// <summary>Has read a message.</summary>
    public const string Ok = "OK";

    /// <summary>Sends a confirmation again.</summary>
    public const string TryAgain = "Try again";
}
