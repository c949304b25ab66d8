namespace PairingLab.Commander.Core.Commands;

/// <summary>The four digits typed into the One-Time Password dialog, and [Ok].</summary>
public sealed record EnterSiteOtp(string SignInId, string Code) : ICommanderCommand;
