namespace PairingLab.SmartConnect.Api;

/// <summary>Answer to <c>POST /Device/{device}/PairingCode</c>: the code to show, and in how many seconds to ask for another and take it off.</summary>
public sealed record PairingCodeResponse(string PairingCode, double RefreshInSeconds, double ExpiresInSeconds);
