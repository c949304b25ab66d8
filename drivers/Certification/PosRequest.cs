namespace PairingLab.Drivers.Certification;

/// <summary>A request that a POS under certification made, as SCI heard it. Secrets stand in it.</summary>
/// <param name="Server">"pairing", or the tenant whose API was asked.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Without the query.</param>
/// <param name="KeyId">The keyid of its signature; null for a request that is not signed.</param>
/// <param name="Body">Its body; null without one.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Answer">The answer's body; null without one.</param>
public sealed record PosRequest(string Server, string Method, string Path, string? KeyId, string? Body, int Status, string? Answer);
