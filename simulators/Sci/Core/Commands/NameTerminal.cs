namespace PairingLab.Sci.Core.Commands;

/// <summary>A terminal is given another nickname.</summary>
public sealed record NameTerminal(string Terminal, string Nickname) : ISciCommand;
