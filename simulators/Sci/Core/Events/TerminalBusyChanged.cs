namespace PairingLab.Sci.Core.Events;

/// <summary>A terminal began or ended something of its own.</summary>
public sealed record TerminalBusyChanged(string Terminal, bool Busy) : ISciEvent;
