namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>The user signs out.</summary>
public sealed record SignOut : IServerCommand;
