using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Gate: who may pass, who is upgraded first, who waits for the operator.</summary>
internal static class Gate
{
    public static IEnumerable<IServerEvent> On(ServerState state, Hello c, DateTimeOffset now, TrustSettings settings)
    {
        if (!state.Terminals.TryGetValue(c.Serial, out var terminal))
        {
            return [new GateAnswered(GateAnswer.Rejected(RejectionReason.NotRegistered))];
        }

        if (IsSomebodyElse(state, terminal, c.Fingerprint))
        {
            return [new TerminalRejected(c.Serial, RejectionReason.FingerprintMismatch, now), new GateAnswered(GateAnswer.Rejected(RejectionReason.FingerprintMismatch))];
        }

        return terminal.Refused.Contains(c.Fingerprint)
            ? [new GateAnswered(GateAnswer.Rejected(RejectionReason.NotPaired))]
            : Welcome(state, terminal, c, now, settings);
    }

    /// <summary>Another fingerprint is trusted under this serial number, or this fingerprint under another one.</summary>
    private static bool IsSomebodyElse(ServerState state, Terminal terminal, string fingerprint) =>
        (terminal.Fingerprint is { } trusted && trusted != fingerprint)
        || (state.Trusted.TryGetValue(fingerprint, out var owner) && owner != terminal.Serial);

    private static List<IServerEvent> Welcome(ServerState state, Terminal terminal, Hello c, DateTimeOffset now, TrustSettings settings)
    {
        var events = new List<IServerEvent>();
        if (terminal.LastHeard is not { } heard || now - heard >= settings.OfflineAfter)
        {
            events.Add(new Logged(c.Serial, EventCode.Started, now));
        }

        events.Add(new TerminalHeard(c.Serial, c.Firmware, now));
        events.AddRange(Upgrading.EndIfDone(state, c, now));
        if (Firmware.Next(c.Firmware) is { } to)
        {
            var current = events.Aggregate(state, Evolve.After);
            events.AddRange(Upgrading.Ask(current, c, to, now, settings));
        }
        else if (terminal.Fingerprint == c.Fingerprint)
        {
            events.Add(new GateAnswered(GateAnswer.Paired));
        }
        else
        {
            events.AddRange(Pend(state, new(c.Serial, c.Fingerprint), now, settings));
        }

        return events;
    }

    private static IEnumerable<IServerEvent> Pend(ServerState state, RequestKey key, DateTimeOffset now, TrustSettings settings)
    {
        // Whoever knows a serial number can ask with any number of certificates: the oldest make room.
        var crowd = state.Requests.ContainsKey(key)
            ? []
            : state.RequestsOf(key.Serial).OrderByDescending(r => r.LastAsked).Skip(settings.RequestsPerTerminal - 1).Select(r => new RequestDropped(r.Key));
        return [.. crowd, new RequestHeard(key, now), new GateAnswered(GateAnswer.Pending)];
    }
}
