namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal's error screen says; the bits add up (protocol page, "States and codes").</summary>
[Flags]
public enum ErrorBits
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Server not reachable.</summary>
    NotReachable = 1,

    /// <summary>Connection rejected.</summary>
    Rejected = 256,

    /// <summary>Timeout.</summary>
    Timeout = 512,

    /// <summary>Unknown network error.</summary>
    UnknownNetworkError = 1024,

    /// <summary>Server certificate mismatch.</summary>
    CertificateMismatch = 2048,

    /// <summary>TLS error.</summary>
    TlsError = 4096,
}
