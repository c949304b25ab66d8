namespace PairingLab.Sci.Core.Commands;

/// <summary>The merchant takes the pairing code from the screen.</summary>
public sealed record CancelPairing(string Terminal, string PairingId) : ISciCommand;
