namespace PairingLab.TerminalTrust.Api;

/// <summary>The firmware is too old: fetch the package, start with the new firmware, and say hello again.</summary>
public sealed record UpgradeRequiredResponse(string To, string Package) : HelloResponse;
