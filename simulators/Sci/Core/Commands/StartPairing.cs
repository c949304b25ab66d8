namespace PairingLab.Sci.Core.Commands;

/// <summary>The merchant initiates pairing on the terminal.</summary>
public sealed record StartPairing(string Terminal, string PairingId, string KeyId, string Code, string ConfirmationCode, string SecretPartB) : ISciCommand;
