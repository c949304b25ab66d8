namespace PairingLab.TerminalTrust.Api;

/// <summary>The terminal is paired.</summary>
/// <param name="Master">The base of master's API.</param>
/// <param name="MasterFingerprint">The fingerprint of master's certificate, to be pinned.</param>
/// <param name="Vpn">How to reach master; null when no VPN configuration was generated.</param>
public sealed record PairedResponse(string Master, string MasterFingerprint, VpnConfiguration? Vpn) : HelloResponse;
