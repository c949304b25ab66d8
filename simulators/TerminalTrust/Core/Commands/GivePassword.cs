namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>A user gives a password; who has two-factor sign-in must give a code next.</summary>
public sealed record GivePassword(string User, bool Right, bool HasTwoFactor) : IServerCommand;
