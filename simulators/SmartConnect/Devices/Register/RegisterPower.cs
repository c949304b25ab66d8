using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A register from the moment it gets power until it loses it.</summary>
internal sealed class RegisterPower : IDisposable
{
    private readonly Lock gate = new();
    private readonly SmartConnectSettings settings;
    private readonly ILabStore store;
    private readonly Action changed;
    private readonly string key;
    private readonly Errands errands;
    private readonly RegisterNetwork network;
    private readonly ITimer poll;
    private RegisterState state;
    private bool off;

    public RegisterPower(string id, SmartConnectSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store, Func<string?> server, Action changed)
    {
        this.settings = settings;
        this.store = store;
        this.changed = changed;
        key = $"register/{id}/memory";
        state = new(store.Read(key) is { } json ? JsonSerializer.Deserialize<RegisterMemory>(json, LabJson.Options)! : RegisterMemory.Fresh(id));
        errands = new(cable, clock);
        network = new(cable, tap, server);
        poll = clock.CreateTimer(_ => Poll(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        PollLater();
    }

    public RegisterState State => Volatile.Read(ref state);

    public void Press(string button) => Change(s => RegisterDecisions.Press(s, button));

    public void Type(string field, string text) => Change(s => s with { Typed = s.Typed.SetItem(field, text) });

    public void Dispose()
    {
        lock (gate)
        {
            off = true;
        }

        poll.Dispose();
        errands.Dispose();
        network.Dispose();
    }

    private void Change(Func<RegisterState, RegisterState> change)
    {
        RegisterState before;
        RegisterState next;
        lock (gate)
        {
            before = state;
            next = change(before);
            if (off || next == before)
            {
                return;
            }

            if (next.Memory != before.Memory)
            {
                store.Save((key, JsonSerializer.Serialize(next.Memory, LabJson.Options)));
            }

            Volatile.Write(ref state, next);
        }

        if (next.Waiting is not null && before.Waiting is null)
        {
            Ask(next);
        }

        if (next.Memory.Payment is not null && before.Memory.Payment is null)
        {
            PollLater();
        }

        changed();
    }

    private void Ask(RegisterState asking) => errands.Send($"{asking.Waiting}", settings.AnswerPatience, default, async cancel =>
    {
        var reply = await network.AskAsync(asking, cancel).ConfigureAwait(false);
        Change(s => RegisterDecisions.Hear(s, reply));
    });

    private void PollLater()
    {
        if (State.Memory.Payment is not null)
        {
            poll.Change(settings.PollInterval, Timeout.InfiniteTimeSpan);
        }
    }

    private void Poll()
    {
        if (State.Memory.Payment is not { } payment)
        {
            return;
        }

        errands.Send("poll", settings.AnswerPatience, default, async cancel =>
        {
            if (await network.PollAsync(payment, cancel).ConfigureAwait(false) is { } end)
            {
                Change(s => s.Memory.Payment == payment ? RegisterDecisions.End(s, end) : s);
            }

            PollLater();
        });
    }
}
