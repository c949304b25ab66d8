namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal still uses its upgrade slot.</summary>
public sealed record UpgradeHeld(string Serial, int Sent, int Total, DateTimeOffset At) : IServerEvent;
