namespace PairingLab.Sci.Core.Events;

/// <summary>A terminal has another nickname.</summary>
public sealed record TerminalNamed(string Terminal, string Nickname) : ISciEvent;
