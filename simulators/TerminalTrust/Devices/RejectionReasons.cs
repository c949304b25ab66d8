using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices;

/// <summary>Rejection reasons as people read them (docs/protocols/terminal-trust.md, "States and codes").</summary>
public static class RejectionReasons
{
    /// <summary>"5 client certificate fingerprint mismatch".</summary>
    public static string Text(RejectionReason reason) => $"{(int)reason} " + reason switch
    {
        RejectionReason.NotRegistered => "not registered",
        RejectionReason.NotPaired => "not paired",
        RejectionReason.NoExchangeRate => "no exchange rate",
        RejectionReason.IpWhitelist => "IP whitelist",
        RejectionReason.FingerprintMismatch => "client certificate fingerprint mismatch",
        RejectionReason.OutsideOpeningHours => "outside opening hours",
        _ => "unknown",
    };
}
