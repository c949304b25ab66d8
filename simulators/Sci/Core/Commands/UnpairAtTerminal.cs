namespace PairingLab.Sci.Core.Commands;

/// <summary>The merchant removes a pairing on the terminal.</summary>
public sealed record UnpairAtTerminal(string Terminal, string PairingId) : ISciCommand;
