namespace PairingLab.Sci.Core.Events;

/// <summary>The pairing is active.</summary>
public sealed record PairingConfirmed(string Terminal, string PairingId, DateTimeOffset At) : ISciEvent;
