namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>Nothing was done, for a reason.</summary>
public sealed record Refused(Refusal Reason) : IServerEvent;
