namespace PairingLab.AccessControl.Api;

/// <summary>A pairing code and until when it can be used.</summary>
public sealed record PairingCodeResponse(string PairingCode, DateTimeOffset Until);
