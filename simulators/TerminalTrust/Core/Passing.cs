using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>What time brings by itself.</summary>
public static class Passing
{
    /// <summary>Adds the events that are due and gives the state after them.</summary>
    public static ServerState Time(ServerState state, DateTimeOffset now, TrustSettings settings, List<IServerEvent> events)
    {
        if (!(NextDeadline(state, settings) <= now))
        {
            return state;
        }

        IEnumerable<IServerEvent> due =
        [
            .. state.Terminals.Values.Where(t => t.Session is { } s && now >= s.LastServed + settings.OfflineAfter).Select(t => new SessionEnded(t.Serial)),
            .. state.Terminals.Values.Where(t => t.Rejection is { } r && now >= r.At + settings.OfflineAfter).Select(t => new RejectionForgotten(t.Serial)),
            .. state.Requests.Values.Where(r => now >= r.LastAsked + settings.RequestLifetime).Select(r => new RequestDropped(r.Key)),
            .. state.Upgrades.Values.Where(u => now >= u.LastHeard + settings.UpgradeLease).SelectMany(Failed),
            .. state.Queue.Where(w => now >= w.LastAsked + settings.OfflineAfter).Select(w => new QueueLeft(w.Serial)),
            .. state.SignIn is { } signIn && now >= signIn.LastSeen + settings.SignInIdles ? [new SignedOut()] : Array.Empty<IServerEvent>(),
        ];
        foreach (var happened in due)
        {
            events.Add(happened);
            state = Evolve.After(state, happened);
        }

        return state;

        IEnumerable<IServerEvent> Failed(UpgradeSlot slot) => [new UpgradeEnded(slot.Serial, Done: false), new Logged(slot.Serial, EventCode.UpgradeFailed, now)];
    }

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDeadline(ServerState state, TrustSettings settings)
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
        }

        foreach (var upgrade in state.Upgrades.Values)
        {
            Sooner(upgrade.LastHeard + settings.UpgradeLease);
        }

        foreach (var waiting in state.Queue)
        {
            Sooner(waiting.LastAsked + settings.OfflineAfter);
        }

        Sooner(state.SignIn?.LastSeen + settings.SignInIdles);
        return next == DateTimeOffset.MaxValue ? null : next;

        void Sooner(DateTimeOffset? at) => next = at < next ? at.Value : next;
    }
}
