namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A pairing request is gone: its terminal has not asked for long, or others came.</summary>
public sealed record RequestDropped(RequestKey Request) : IServerEvent;
