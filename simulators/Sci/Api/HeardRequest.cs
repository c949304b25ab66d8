namespace PairingLab.Sci.Api;

/// <summary>A request that reached SCI, with what was answered. Not redacted: who keeps it takes the secrets out.</summary>
/// <param name="Server">"pairing", or the tenant whose API was asked.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Without the query.</param>
/// <param name="KeyId">The keyid that Signature-Input names; null for a request that is not signed.</param>
/// <param name="Body">The request's body; null without one.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Answer">The answer's body; null without one.</param>
public sealed record HeardRequest(string Server, string Method, string Path, string? KeyId, string? Body, int Status, string? Answer);
