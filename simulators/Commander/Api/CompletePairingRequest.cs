namespace PairingLab.Commander.Api;

/// <summary>Body of <c>POST /pairing/sessions/{id}/complete</c>: PKCS#10 and HMAC, base64.</summary>
public sealed record CompletePairingRequest(string Request, string Proof);
