namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A password or a code was wrong.</summary>
public sealed record SignInFailed(string User, WrongTries Tries) : IServerEvent;
