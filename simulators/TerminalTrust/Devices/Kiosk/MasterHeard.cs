using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal heard from master.</summary>
/// <param name="Serves">Whether it serves the terminal.</param>
/// <param name="Reason">Why it rejects the terminal; null when it does not.</param>
/// <param name="Why">Why there was no answer.</param>
/// <param name="IsAnother">Whether its certificate is not the pinned one.</param>
public sealed record MasterHeard(bool Serves, RejectionReason? Reason = null, NoReply Why = NoReply.None, bool IsAnother = false);
