namespace PairingLab.TerminalTrust.Api;

/// <summary>All upgrade slots are taken.</summary>
public sealed record WaitResponse(int RetryAfterSeconds) : HelloResponse;
