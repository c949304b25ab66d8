namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>What gate answers.</summary>
public sealed record GateAnswered(GateAnswer Answer) : IServerEvent;
