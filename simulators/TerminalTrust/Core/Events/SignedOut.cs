namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>Nobody is signed in.</summary>
public sealed record SignedOut : IServerEvent;
