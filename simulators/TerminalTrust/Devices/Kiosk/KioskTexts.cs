namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal says. The seed has one of these texts, the others are the lab's own.</summary>
public static class KioskTexts
{
    /// <summary>Seed: the VPN configuration was probably not generated.</summary>
    public const string VpnError = "VPN connection error";

    /// <summary>Above the pairing code.</summary>
    public const string PairingCode = "Pairing code: ";

    /// <summary>The normal screen.</summary>
    public const string InService = "This terminal is in service.";

    /// <summary>In the queue for an upgrade.</summary>
    public const string Waits = "Waiting for its turn.";

    /// <summary>"Error 513: server not reachable, timeout".</summary>
    public static string Error(ErrorBits bits) =>
        $"Error {(int)bits}: {string.Join(", ", Enum.GetValues<ErrorBits>().Where(b => b != ErrorBits.None && bits.HasFlag(b)).Select(Words))}";

    private static string Words(ErrorBits bit) => bit switch
    {
        ErrorBits.NotReachable => "server not reachable",
        ErrorBits.Rejected => "connection rejected",
        ErrorBits.Timeout => "timeout",
        ErrorBits.CertificateMismatch => "server certificate mismatch",
        ErrorBits.TlsError => "TLS error",
        _ => "unknown network error",
    };
}
