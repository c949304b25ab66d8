namespace PairingLab.Commander.Core.Events;

/// <summary>A user is signed in.</summary>
public sealed record UserSignedIn(string SignInId, string User, bool MayUseSiteSecurity, DateTimeOffset At) : ICommanderEvent;
