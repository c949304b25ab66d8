namespace PairingLab.Commander.Core.Commands;

/// <summary>The workstation gives its session up.</summary>
public sealed record CancelPairing(string SessionId) : ICommanderCommand;
