namespace PairingLab.Commander.Api;

/// <summary>Body of <c>POST /config/sign-in</c>.</summary>
public sealed record SignInRequest(string User, string Password);
