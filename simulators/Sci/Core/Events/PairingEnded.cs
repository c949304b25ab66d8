namespace PairingLab.Sci.Core.Events;

/// <summary>The pairing has come to its end; a code that nobody used is forgotten later.</summary>
public sealed record PairingEnded(string Terminal, string PairingId, PairingStatus Status, DateTimeOffset At, DateTimeOffset? ForgetAt) : ISciEvent;
