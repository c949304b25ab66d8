using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Firmware upgrades: a limited number at once, the other terminals wait in a queue (batm.processing-slots).</summary>
internal static class Upgrading
{
    /// <summary>The upgrade of a terminal that comes back with the firmware it was to get is done.</summary>
    public static IEnumerable<IServerEvent> EndIfDone(ServerState state, Hello c, DateTimeOffset now) =>
        state.Upgrades.TryGetValue(c.Serial, out var slot) && slot.Fingerprint == c.Fingerprint && Firmware.IsAtLeast(c.Firmware, slot.To)
            ? [new UpgradeEnded(c.Serial, Done: true), new Logged(c.Serial, EventCode.UpgradeDone, now)]
            : [];

    /// <summary>A terminal that needs an upgrade has a slot, gets one, or waits.</summary>
    public static IEnumerable<IServerEvent> Ask(ServerState state, Hello c, string to, DateTimeOffset now, TrustSettings settings)
    {
        if (state.Upgrades.TryGetValue(c.Serial, out var slot))
        {
            // One slot a terminal: another certificate under its serial number has to wait.
            return slot.Fingerprint == c.Fingerprint
                ? [new UpgradeHeld(c.Serial, slot.Sent, slot.Total, now), new GateAnswered(new(GateState.UpgradeRequired, slot.To))]
                : [new GateAnswered(GateAnswer.Wait)];
        }

        var place = state.Queue.FindIndex(w => w.Serial == c.Serial);
        var ahead = place < 0 ? state.Queue.Count : place;
        if (ahead >= settings.UpgradeSlots - state.Upgrades.Count)
        {
            return [new QueueJoined(c.Serial, now), new GateAnswered(GateAnswer.Wait)];
        }

        return
        [
            .. place < 0 ? Array.Empty<IServerEvent>() : [new QueueLeft(c.Serial)],
            new UpgradeBegun(c.Serial, c.Fingerprint, c.Firmware, to, now),
            new Logged(c.Serial, EventCode.UpgradeStarted, now),
            new GateAnswered(new(GateState.UpgradeRequired, to)),
        ];
    }

    public static IEnumerable<IServerEvent> Decide(ServerState state, SendPackage c, DateTimeOffset now)
    {
        var slot = state.Upgrades.Values.FirstOrDefault(u => u.Fingerprint == c.Fingerprint && u.To == c.Version);
        return slot is null ? [new Refused(Refusal.NoUpgrade)] : [new UpgradeHeld(slot.Serial, c.Until, c.Total, now)];
    }

    public static ServerState? Apply(ServerState state, IServerEvent happened) => happened switch
    {
        UpgradeBegun e => state with
        {
            Upgrades = state.Upgrades.SetItem(e.Serial, new(e.Serial, e.Fingerprint, e.From, e.To, 0, 0, e.At)),
        },
        UpgradeHeld e => state.With(e.Serial, t => t with { LastHeard = e.At }) with
        {
            Upgrades = state.Upgrades.SetItem(e.Serial, state.Upgrades[e.Serial] with { Sent = e.Sent, Total = e.Total, LastHeard = e.At }),
        },
        UpgradeEnded e => state with { Upgrades = state.Upgrades.Remove(e.Serial) },
        QueueJoined e => state with { Queue = Queued(state.Queue, new(e.Serial, e.At)) },
        QueueLeft e => state with { Queue = state.Queue.RemoveAll(w => w.Serial == e.Serial) },
        _ => null,
    };

    private static ImmutableList<WaitingTerminal> Queued(ImmutableList<WaitingTerminal> queue, WaitingTerminal waiting)
    {
        var place = queue.FindIndex(w => w.Serial == waiting.Serial);
        return place < 0 ? queue.Add(waiting) : queue.SetItem(place, waiting);
    }
}

/// <summary>A terminal that is being upgraded.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Fingerprint">The certificate that may fetch the package.</param>
/// <param name="From">The firmware it has.</param>
/// <param name="To">The firmware it gets.</param>
/// <param name="Sent">Bytes of the package that were sent.</param>
/// <param name="Total">Bytes of the package; 0 before the first piece.</param>
/// <param name="LastHeard">When it last asked for something.</param>
public sealed record UpgradeSlot(string Serial, string Fingerprint, string From, string To, int Sent, int Total, DateTimeOffset LastHeard)
{
    /// <summary>The part that was sent, in percent.</summary>
    public int Percent => Total == 0 ? 0 : (int)(100L * Sent / Total);
}

/// <summary>A terminal that waits for an upgrade slot.</summary>
public sealed record WaitingTerminal(string Serial, DateTimeOffset LastAsked);
