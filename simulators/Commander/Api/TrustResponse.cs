namespace PairingLab.Commander.Api;

/// <summary>Answer to <c>GET /trust</c>: the authority's certificate, DER in base64.</summary>
public sealed record TrustResponse(string Authority);
