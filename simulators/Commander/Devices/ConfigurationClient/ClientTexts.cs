namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>Texts of the Configuration Client for which the seed has none: the lab's own.</summary>
public static class ClientTexts
{
    /// <summary>After [Yes] to Revoke All Trust.</summary>
    public const string Revoked = "All prior pairing relationships have been removed.";

    /// <summary>Auto Upgrade is on its way.</summary>
    public const string UpgradeStarted = "Auto Upgrade has been started.";

    /// <summary>Nobody answers.</summary>
    public const string NoAnswer = "The Commander does not answer. Check the network and try again.";
}
