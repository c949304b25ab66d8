using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What follows from a press of a button.</summary>
/// <param name="Then">The screen after it.</param>
/// <param name="Ask">What the server is asked first; null for nothing. When it refuses, the old screen stays, with a message.</param>
public sealed record CasAct(CasState Then, Func<TrustServer, ServerAnswer>? Ask = null);
