namespace PairingLab.Reports.Certification;

/// <summary>A request that the POS made, as SCI heard it, secrets taken out.</summary>
public sealed record RequestSeen(string Server, string Method, string Path, int Status, string? Body, string? Answer);
