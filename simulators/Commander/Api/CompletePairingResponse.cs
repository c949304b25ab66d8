namespace PairingLab.Commander.Api;

/// <summary>Its answer: certificate, authority's certificate and the Commander's HMAC, base64.</summary>
public sealed record CompletePairingResponse(string Certificate, string Authority, string Proof);
