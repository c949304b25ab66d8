using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Upgrades: so many at once, the others wait in a queue (protocol page: batm.processing-slots).</summary>
internal static class Upgrading
{
    /// <summary>A terminal that comes back with the firmware that it was to get.</summary>
    public static IEnumerable<IServerEvent> EndIfDone(ServerState state, Hello c, DateTimeOffset now) =>
        state.Upgrades.TryGetValue(c.Serial, out var slot) && slot.Fingerprint == c.Fingerprint && Firmware.IsAtLeast(c.Firmware, slot.To)
            ? [new UpgradeEnded(c.Serial, Done: true), new Logged(c.Serial, EventCode.UpgradeDone, now)]
            : [];

    /// <summary>A terminal that needs an upgrade: it has a slot, gets one, or waits.</summary>
    public static IEnumerable<IServerEvent> Ask(ServerState state, Hello c, string to, DateTimeOffset now, TrustSettings settings)
    {
        if (state.Upgrades.TryGetValue(c.Serial, out var slot))
        {
            // One slot a terminal: whoever else comes under its serial number meanwhile has to wait.
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

    public static IEnumerable<IServerEvent> On(ServerState state, SendPackage c, DateTimeOffset now)
    {
        var slot = state.Upgrades.Values.FirstOrDefault(u => u.Fingerprint == c.Fingerprint && u.To == c.Version);
        return slot is null ? [new Refused(Refusal.NoUpgrade)] : [new UpgradeHeld(slot.Serial, c.Until, c.Total, now)];
    }
}
