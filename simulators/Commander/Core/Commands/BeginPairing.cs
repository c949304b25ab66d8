namespace PairingLab.Commander.Core.Commands;

/// <summary>[Pair POS] at a workstation.</summary>
public sealed record BeginPairing(string SessionId, string Workstation, bool IsVerifone, string Otp) : ICommanderCommand;
