namespace PairingLab.Commander.Api;

/// <summary>Its answer; <c>signIn</c> is the bearer token of what follows.</summary>
public sealed record SignInResponse(string SignIn, string User, string Role, bool SiteSecurity);
