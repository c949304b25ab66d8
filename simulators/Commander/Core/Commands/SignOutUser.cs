namespace PairingLab.Commander.Core.Commands;

/// <summary>A user signs out.</summary>
public sealed record SignOutUser(string SignInId) : ICommanderCommand;
