namespace PairingLab.Commander.Api;

/// <summary>Answer to <c>GET /software</c>.</summary>
public sealed record SoftwareResponse(string Commander, string Model, string Base);
