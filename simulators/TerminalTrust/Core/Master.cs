using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Master: serves paired terminals and nobody else.</summary>
internal static class Master
{
    public static IEnumerable<IServerEvent> On(ServerState state, AskStatus c, DateTimeOffset now, TrustSettings settings)
    {
        if (!state.Trusted.TryGetValue(c.Fingerprint, out var serial))
        {
            return [new MasterAnswered(RejectionReason.NotPaired)];
        }

        var terminal = state.Terminals[serial];
        if ((terminal.Active ? state.Rules.WhyNot(c.Address, now) : RejectionReason.Unknown) is { } reason)
        {
            return [new TerminalRejected(serial, reason, now), new MasterAnswered(reason)];
        }

        return
        [
            .. terminal.Session is null ? [new Logged(serial, EventCode.Connected, now)] : Array.Empty<IServerEvent>(),
            new SessionServed(serial, c.ThroughVpn, now),
            new MasterAnswered(null),
        ];
    }
}
