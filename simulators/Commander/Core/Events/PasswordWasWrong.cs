namespace PairingLab.Commander.Core.Events;

/// <summary>A wrong password; it may have locked the user.</summary>
public sealed record PasswordWasWrong(string User, WrongTries Tries) : ICommanderEvent;
