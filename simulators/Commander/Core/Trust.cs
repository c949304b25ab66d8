namespace PairingLab.Commander.Core;

/// <summary>Whether a certificate carries a link.</summary>
public static class Trust
{
    /// <summary>Why the Commander does not talk to this certificate; null when it does.</summary>
    public static Refusal? WhyNot(CommanderState state, string workstation, string thumbprint, DateTimeOffset now)
    {
        if (!state.Paired.TryGetValue(workstation, out var paired) || paired.Thumbprint != thumbprint)
        {
            return Refusal.NotTrusted;
        }

        return now >= paired.NotAfter ? Refusal.CertificateExpired : null;
    }
}
