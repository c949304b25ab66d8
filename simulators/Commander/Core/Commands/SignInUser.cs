namespace PairingLab.Commander.Core.Commands;

/// <summary>A user signs in at a Configuration Client.</summary>
public sealed record SignInUser(string SignInId, string User, bool PasswordRight, bool MayUseSiteSecurity) : ICommanderCommand;
