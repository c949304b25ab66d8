namespace PairingLab.Sci.Signing;

/// <summary>What of a request can be signed.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Authority">The host it is addressed to, with its port if it has one.</param>
/// <param name="Target">Path and query, as on the request line.</param>
/// <param name="Digest">The header Content-Digest; null without one.</param>
public readonly record struct SignedRequest(string Method, string Authority, string Target, string? Digest);
