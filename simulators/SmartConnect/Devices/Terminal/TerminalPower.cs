using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>A payment device from the moment it gets power until it loses it.</summary>
internal sealed class TerminalPower : IDisposable
{
    private readonly Lock gate = new();
    private readonly SmartConnectSettings settings;
    private readonly LabClock clock;
    private readonly ILabStore store;
    private readonly Action changed;
    private readonly string key;
    private readonly Errands errands;
    private readonly TerminalNetwork network;
    private readonly TerminalVisit visit;
    private readonly ITimer look;
    private readonly ITimer due;
    private TerminalState state;
    private bool looking;
    private bool lookAgain;
    private bool off;

    public TerminalPower(string id, SmartConnectSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store, Func<string?> server, Action changed)
    {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.changed = changed;
        key = $"payment-device/{id}/memory";
        state = Load(id);
        errands = new(cable, clock);
        network = new(cable, tap, server);
        visit = new(network, settings, clock, () => State, Change);
        look = clock.CreatePulse(Tick, settings.DeviceLooks);
        due = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Look();
    }

    public TerminalState State => Volatile.Read(ref state);

    public void Press(string button)
    {
        Change(s => TerminalDecisions.Press(s, button, clock.GetUtcNow(), settings));
        Look();
    }

    public void Type(string text) => Change(s => s with { Typed = text });

    public void Dispose()
    {
        lock (gate)
        {
            off = true;
        }

        look.Dispose();
        due.Dispose();
        errands.Dispose();
        network.Dispose();
    }

    private void Tick()
    {
        Change(s => TerminalDecisions.Pass(s, clock.GetUtcNow()));
        Look();
    }

    /// <summary>What must survive a power cut is on the disk before the screen says it.</summary>
    private void Change(Func<TerminalState, TerminalState> change)
    {
        lock (gate)
        {
            var next = change(state);
            if (off || next == state)
            {
                return;
            }

            if (next.Memory != state.Memory)
            {
                store.Save((key, JsonSerializer.Serialize(next.Memory, LabJson.Options)));
            }

            Volatile.Write(ref state, next);
            var now = clock.GetUtcNow();
            due.Change(TerminalDecisions.NextDue(next, now) - now ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        changed();
    }

    /// <summary>Visits SmartConnect; one visit at a time, and once more when something was asked for meanwhile.</summary>
    private void Look()
    {
        lock (gate)
        {
            lookAgain = looking;
            if (off || looking)
            {
                return;
            }

            looking = true;
        }

        errands.Send("look at SmartConnect", settings.AnswerPatience, default, async cancel =>
        {
            try
            {
                await visit.RunAsync(cancel).ConfigureAwait(false);
            }
            finally
            {
                if (Leave())
                {
                    Look();
                }
            }
        });
    }

    private bool Leave()
    {
        lock (gate)
        {
            looking = false;
            return lookAgain;
        }
    }

    private TerminalState Load(string id)
    {
        var memory = store.Read(key) is { } json ? JsonSerializer.Deserialize<TerminalMemory>(json, LabJson.Options)! : new(id, null);
        return new(memory.InternalId, $"SN-{id}") { Outcome = memory.Outcome };
    }
}
