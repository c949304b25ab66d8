namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>An upgrade slot is free again.</summary>
public sealed record UpgradeEnded(string Serial, bool Done) : IServerEvent;
