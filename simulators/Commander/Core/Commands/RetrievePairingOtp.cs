namespace PairingLab.Commander.Core.Commands;

/// <summary>[Retrieve Pairing OTP].</summary>
public sealed record RetrievePairingOtp(string SignInId) : ICommanderCommand;
