namespace PairingLab.Commander.Core.Events;

/// <summary>A session ended, by sign-out or because it was left alone.</summary>
public sealed record UserSignedOut(string SignInId) : ICommanderEvent;
