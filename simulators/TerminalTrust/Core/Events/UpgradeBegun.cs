namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal has an upgrade slot.</summary>
public sealed record UpgradeBegun(string Serial, string Fingerprint, string From, string To, DateTimeOffset At) : IServerEvent;
