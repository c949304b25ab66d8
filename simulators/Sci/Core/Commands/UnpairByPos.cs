namespace PairingLab.Sci.Core.Commands;

/// <summary>A POS removes its pairing, a confirmed one or one that still waits for the confirmation.</summary>
public sealed record UnpairByPos(string PairingId) : ISciCommand;
