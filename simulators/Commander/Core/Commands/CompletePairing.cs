namespace PairingLab.Commander.Core.Commands;

/// <summary>[OK] on the Pairing keypad: the workstation proved, or failed to prove, that it knows the OTP.</summary>
public sealed record CompletePairing(string SessionId, bool ProofRight, string Thumbprint, DateTimeOffset NotAfter) : ICommanderCommand;
