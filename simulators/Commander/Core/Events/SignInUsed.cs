namespace PairingLab.Commander.Core.Events;

/// <summary>Something was done in a session.</summary>
public sealed record SignInUsed(string SignInId, DateTimeOffset At) : ICommanderEvent;
