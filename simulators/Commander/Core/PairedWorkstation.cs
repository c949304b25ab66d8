namespace PairingLab.Commander.Core;

/// <summary>A workstation that the Commander trusts.</summary>
/// <param name="Workstation">Its id.</param>
/// <param name="Thumbprint">SHA-256 of its certificate, hex.</param>
/// <param name="PairedAt">When it was paired.</param>
/// <param name="NotAfter">From this moment its certificate is no longer good.</param>
/// <param name="RenewalAnnounced">Whether the message of the coming renewal has been given.</param>
/// <param name="Expired">Whether the message of the expiry has been given.</param>
public sealed record PairedWorkstation(
    string Workstation, string Thumbprint, DateTimeOffset PairedAt, DateTimeOffset NotAfter, bool RenewalAnnounced = false, bool Expired = false);
