namespace PairingLab.Commander.Core.Commands;

/// <summary>[Yes] to Revoke All Trust.</summary>
public sealed record RevokeAllTrust(string SignInId) : ICommanderCommand;
