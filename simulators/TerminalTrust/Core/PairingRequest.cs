namespace PairingLab.TerminalTrust.Core;

/// <summary>A terminal that waits for the operator.</summary>
/// <param name="Key">Its serial number and fingerprint.</param>
/// <param name="Since">When it first asked.</param>
/// <param name="LastAsked">When it last asked.</param>
public sealed record PairingRequest(RequestKey Key, DateTimeOffset Since, DateTimeOffset LastAsked);
