namespace PairingLab.Sci.Core.Commands;

/// <summary>The merchant declines the confirmation code on the terminal.</summary>
public sealed record DeclinePairing(string Terminal, string PairingId) : ISciCommand;
