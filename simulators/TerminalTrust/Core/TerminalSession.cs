namespace PairingLab.TerminalTrust.Core;

/// <summary>A terminal that master serves.</summary>
/// <param name="LastServed">When it was last served.</param>
/// <param name="ThroughVpn">Whether it came through the VPN: the lock mark.</param>
public sealed record TerminalSession(DateTimeOffset LastServed, bool ThroughVpn);
