namespace PairingLab.Sci.Core.Commands;

/// <summary>A terminal begins or ends something of its own.</summary>
public sealed record SetBusy(string Terminal, bool Busy) : ISciCommand;
