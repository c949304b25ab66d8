namespace PairingLab.Commander.Core.Commands;

/// <summary>[Generate OTP] in the One-Time Password dialog.</summary>
public sealed record GenerateSiteOtp(string SignInId, string Code) : ICommanderCommand;
