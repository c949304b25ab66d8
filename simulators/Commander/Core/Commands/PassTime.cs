namespace PairingLab.Commander.Core.Commands;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime() : ICommanderCommand;
