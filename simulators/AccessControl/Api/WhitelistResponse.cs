namespace PairingLab.AccessControl.Api;

/// <summary>Answer of <c>GET /pos/whitelisted_pans</c>.</summary>
public sealed record WhitelistResponse(DateTimeOffset GeneratedAt, IReadOnlyList<string> Hashes);
