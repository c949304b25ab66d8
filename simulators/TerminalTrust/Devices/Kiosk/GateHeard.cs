using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal heard from gate.</summary>
/// <param name="Answer">Its answer; null when there was none that can be read.</param>
/// <param name="Why">Why there was none.</param>
public sealed record GateHeard(HelloResponse? Answer, NoReply Why = NoReply.None);
