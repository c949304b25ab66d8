namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>The user who is signed in has done something.</summary>
public sealed record SignInUsed(DateTimeOffset At) : IServerEvent;
