namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>Gate sends a piece of a firmware package, up to byte <paramref name="Until"/> of <paramref name="Total"/>.</summary>
public sealed record SendPackage(string Fingerprint, string Version, int Until, int Total) : IServerCommand;
