namespace PairingLab.Sci.Core.Events;

/// <summary>A terminal shows a pairing code.</summary>
public sealed record PairingStarted(string Terminal, Pairing Pairing) : ISciEvent;
