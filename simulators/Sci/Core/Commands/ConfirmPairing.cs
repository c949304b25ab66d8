namespace PairingLab.Sci.Core.Commands;

/// <summary>The merchant confirms the confirmation code on the terminal.</summary>
public sealed record ConfirmPairing(string Terminal, string PairingId) : ISciCommand;
