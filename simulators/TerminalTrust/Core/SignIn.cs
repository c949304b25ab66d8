namespace PairingLab.TerminalTrust.Core;

/// <summary>Who is at CAS.</summary>
/// <param name="User">The user's name.</param>
/// <param name="AwaitsCode">Whether the password was given and the code was not.</param>
/// <param name="TwoFactor">Whether the user has signed in with two factors.</param>
/// <param name="LastSeen">The last thing that the user did.</param>
public sealed record SignIn(string User, bool AwaitsCode, bool TwoFactor, DateTimeOffset LastSeen);
