using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>Why a terminal is not in service.</summary>
/// <param name="Bits">The error bits.</param>
/// <param name="Reason">Why the server rejects it; null when it does not.</param>
/// <param name="Vpn">Whether it is the VPN that fails.</param>
public sealed record KioskTrouble(ErrorBits Bits, RejectionReason? Reason = null, bool Vpn = false);
