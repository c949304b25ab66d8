namespace PairingLab.TerminalTrust.Core;

/// <summary>The events that time alone brings.</summary>
public static class DueEvents
{
    /// <summary>Adds the events that are due, and returns the state after them.</summary>
    public static ServerState Apply(ServerState state, DateTimeOffset now, TrustSettings settings, List<IServerEvent> events)
    {
        if (!(Deadline(state, settings) <= now || Silence.EndsAt(state, settings) <= now))
        {
            return state;
        }

        IEnumerable<IServerEvent> due =
        [
            .. state.Terminals.Values.Where(t => t.Session is { } s && now >= s.LastServed + settings.OfflineAfter)
                .SelectMany(t => (IServerEvent[])[new SessionEnded(t.Serial), new Logged(t.Serial, EventCode.WentOffline, now)]),
            .. state.Terminals.Values.Where(t => t.Rejection is { } r && now >= r.At + settings.OfflineAfter)
                .Select(t => new RejectionForgotten(t.Serial)),
            .. state.Requests.Values.Select(r => r.Key.Serial).Distinct(StringComparer.Ordinal)
                .Where(serial => now >= state.Terminals.GetValueOrDefault(serial)?.LastHeard + settings.OfflineAfter)
                .Select(serial => new TerminalFellSilent(serial)),
            .. state.Requests.Values.Where(r => now >= r.LastAsked + settings.RequestLifetime).Select(r => new RequestDropped(r.Key)),
            .. state.Upgrades.Values.Where(u => now >= u.LastHeard + settings.UpgradeLease).SelectMany(Failed),
            .. state.Queue.Where(w => now >= w.LastAsked + settings.OfflineAfter).Select(w => new QueueLeft(w.Serial)),
            .. now >= state.SignIn?.LastSeen + settings.SignInIdles ? [new SignedOut()] : Array.Empty<IServerEvent>(),
        ];
        foreach (var happened in due)
        {
            events.Add(happened);
            state = ServerCore.Apply(state, happened);
        }

        return state;

        IEnumerable<IServerEvent> Failed(UpgradeSlot slot) =>
            [new UpgradeEnded(slot.Serial, Done: false), new Logged(slot.Serial, EventCode.UpgradeFailed, now)];
    }

    /// <summary>
    /// When time changes something by itself; null when never. Opening hours bring no event: terminals that ask then are answered
    /// otherwise, so a clock that jumps must let them ask.
    /// </summary>
    public static DateTimeOffset? NextDue(ServerState state, DateTimeOffset now, TrustSettings settings)
    {
        DateTimeOffset?[] all = [Deadline(state, settings), state.Rules.Hours?.NextChange(now)];
        return all.Min();
    }

    private static DateTimeOffset? Deadline(ServerState state, TrustSettings settings) =>
        state.Upgrades.Values.Select(u => (DateTimeOffset?)(u.LastHeard + settings.UpgradeLease))
            .Append(state.SignIn?.LastSeen + settings.SignInIdles).Min();
}

/// <summary>Who is heard again and again, and what follows when they fall silent.</summary>
public static class Silence
{
    /// <summary>When the first of them has been silent for too long; null when nobody is expected.</summary>
    public static DateTimeOffset? EndsAt(ServerState state, TrustSettings settings)
    {
        var next = DateTimeOffset.MaxValue;
        foreach (var terminal in state.Terminals.Values)
        {
            Sooner(terminal.Session?.LastServed + settings.OfflineAfter);
            Sooner(terminal.Rejection?.At + settings.OfflineAfter);
        }

        foreach (var request in state.Requests.Values)
        {
            Sooner(request.LastAsked + settings.RequestLifetime);

            // A request outlives the silence of its terminal, but a clock that skips must hear the terminal oftener: gate says "started"
            // of one that comes back.
            Sooner(state.Terminals.GetValueOrDefault(request.Key.Serial)?.LastHeard + settings.OfflineAfter);
        }

        foreach (var waiting in state.Queue)
        {
            Sooner(waiting.LastAsked + settings.OfflineAfter);
        }

        return next == DateTimeOffset.MaxValue ? null : next;

        void Sooner(DateTimeOffset? at) => next = at < next ? at.Value : next;
    }

    /// <summary>Whether all of them have been heard after a time.</summary>
    public static bool HasHeardAllSince(ServerState state, DateTimeOffset time) =>
        state.Terminals.Values.All(t => !(t.Session?.LastServed <= time) && !(t.Rejection?.At <= time))
        && state.Requests.Values.All(r => r.LastAsked > time)
        && state.Queue.All(w => w.LastAsked > time);

    internal static ServerState? Apply(ServerState state, IServerEvent happened) => happened is not HeardMeanwhile e ? null : state with
    {
        Terminals = state.Terminals.SetItems(
            state.Terminals.Values.Where(t => t.LastHeard + e.Lately > e.At || t.Session is not null || t.Rejection is not null)
                .Select(t => KeyValuePair.Create(t.Serial, Later(t, e)))),
        Requests = state.Requests.SetItems(
            state.Requests.Values.Select(r => KeyValuePair.Create(r.Key, r with { LastAsked = r.LastAsked + e.Span }))),
        Queue = [.. state.Queue.Select(w => w with { LastAsked = w.LastAsked + e.Span })],
    };

    private static Terminal Later(Terminal t, HeardMeanwhile e) => t with
    {
        LastHeard = t.LastHeard + e.Lately > e.At ? t.LastHeard + e.Span : t.LastHeard,
        MismatchAt = t.MismatchAt + e.Lately > e.At ? t.MismatchAt + e.Span : t.MismatchAt,
        Session = t.Session is { } session ? session with { LastServed = session.LastServed + e.Span } : null,
        Rejection = t.Rejection is { } rejection ? rejection with { At = rejection.At + e.Span } : null,
    };
}
