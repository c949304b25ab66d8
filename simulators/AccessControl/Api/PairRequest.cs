namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /pos/pair</c>.</summary>
public sealed record PairRequest(string? SerialNumber, string? PairingCode, string? PublicKey);
