namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal is no longer paired; the fingerprint that was trusted, null when none was.</summary>
public sealed record TerminalUnpaired(string Serial, string? Fingerprint) : IServerEvent;
