namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A rejected terminal has not come back.</summary>
public sealed record RejectionForgotten(string Serial) : IServerEvent;
