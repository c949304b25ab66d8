namespace PairingLab.AccessControl.Storage;

/// <summary>Type of an entry (lab's words).</summary>
public static class OperationType
{
    /// <summary>MACS decided.</summary>
    public const string Online = "ONLINE";

    /// <summary>The device decided by BIN range.</summary>
    public const string OfflineBin = "OFFLINE_BIN";

    /// <summary>The device decided by whitelist.</summary>
    public const string OfflineWhitelist = "OFFLINE_WHITELIST";
}
