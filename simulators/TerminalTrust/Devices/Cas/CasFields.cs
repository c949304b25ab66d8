namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The labels of CAS's fields.</summary>
public static class CasFields
{
    /// <summary>Sign-in.</summary>
    public const string User = "User name";

    /// <summary>Sign-in.</summary>
    public const string Password = "Password";

    /// <summary>Second factor: the six digits of the authenticator app.</summary>
    public const string Code = "Authentication code";

    /// <summary>Create terminal.</summary>
    public const string Serial = "Serial number";

    /// <summary>A pairing request: what the terminal shows.</summary>
    public const string PairingCode = "Pairing code or piece";

    /// <summary>Pairing requests: the codes of all terminals that are to be approved.</summary>
    public const string Fingerprints = "Fingerprints";

    /// <summary>Settings.</summary>
    public const string ExchangeRate = "Exchange rate";

    /// <summary>Settings.</summary>
    public const string IpWhitelist = "IP whitelist";

    /// <summary>Settings.</summary>
    public const string OpeningHours = "Opening hours";
}
