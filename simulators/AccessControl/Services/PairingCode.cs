namespace PairingLab.AccessControl.Services;

/// <summary>A pairing code and until when it can be used.</summary>
public sealed record PairingCode(string Code, DateTimeOffset Until);
