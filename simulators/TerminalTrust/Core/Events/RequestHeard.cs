namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal whose fingerprint is not known asks to be paired; again every few seconds.</summary>
public sealed record RequestHeard(RequestKey Request, DateTimeOffset At) : IServerEvent;
