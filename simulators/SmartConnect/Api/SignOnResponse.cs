namespace PairingLab.SmartConnect.Api;

/// <summary>Its answer; <c>session</c> is the bearer token of what follows. It ends with the next sign-on and with the server's power.</summary>
public sealed record SignOnResponse(string Session);
