using System.Net.WebSockets;
using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>A terminal while it has power: its state, its acts, and its link to the tenant, which it looks after at every heartbeat.</summary>
internal sealed class TerminalPower : IDisposable
{
    private readonly Lock gate = new();
    private readonly string id;
    private readonly SciSettings settings;
    private readonly Func<string> tenants;
    private readonly Action changed;
    private readonly Errands errands;
    private readonly DeviceHttp http;
    private readonly ITimer heartbeat;
    private TerminalState state = new();
    private TerminalCall? call;
    private int calling;
    private bool ended;

    public TerminalPower(string id, SciSettings settings, Cable cable, WireTap tap, LabClock clock, Func<string> tenants, Action changed)
    {
        this.id = id;
        this.settings = settings;
        this.tenants = tenants;
        this.changed = changed;
        errands = new(cable, clock);
        http = new(cable, tap, new());
        heartbeat = clock.CreatePulse(Beat, settings.Heartbeat);
    }

    public TerminalState State => Volatile.Read(ref state);

    /// <summary>Changes the state, and does what the new one asks for.</summary>
    public void Change(Func<TerminalState, TerminalState> change)
    {
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            var before = state;
            Volatile.Write(ref state, change(before));
            if (state.Waiting is { } act && before.Waiting is null)
            {
                errands.Send(act.Do!, settings.AnswerPatience, default, cancel => ActAsync(act, cancel));
            }

            if (state.Online != before.Online)
            {
                errands.Send("line", null, default, _ => FollowSwitch());
            }
        }

        changed();
    }

    /// <summary>Opens the link, unless it is open or being opened.</summary>
    public void Connect()
    {
        if (State.Online && Volatile.Read(ref call) is null && Interlocked.Exchange(ref calling, 1) == 0)
        {
            errands.Send("link", settings.AnswerPatience, default, CallAsync);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
        }

        heartbeat.Dispose();
        errands.Dispose();
        Interlocked.Exchange(ref call, null)?.Dispose();
        http.Dispose();
    }

    private Task FollowSwitch()
    {
        if (State.Online)
        {
            Connect();
        }
        else
        {
            HangUp(Volatile.Read(ref call));
        }

        return Task.CompletedTask;
    }

    private async Task CallAsync(CancellationToken cancel)
    {
        try
        {
            var opened = await TerminalCall.OpenAsync($"{tenants()}/v1/terminals/{id}/link", http.Invoker, Hear, cancel).ConfigureAwait(false);
            Volatile.Write(ref call, opened);
            _ = ListenAsync(opened);
            if (ended || !State.Online)
            {
                HangUp(opened);
                return;
            }

            Change(s => s with { Connected = true });
            await opened.SayHereAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
        {
            // Nobody answers; it is tried again at the next heartbeat.
        }
        finally
        {
            calling = 0;
        }
    }

    private async Task ListenAsync(TerminalCall opened)
    {
        await opened.ListenAsync().ConfigureAwait(false);
        HangUp(opened);
    }

    private void Beat()
    {
        if (Volatile.Read(ref call) is not { } over)
        {
            Connect();
            return;
        }

        errands.Send("heartbeat", settings.AnswerPatience, default, async cancel =>
        {
            try
            {
                await over.SayHereAsync(cancel).ConfigureAwait(false);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
            {
                HangUp(over);
            }
        });
    }

    private void HangUp(TerminalCall? over)
    {
        if (over is not null && Interlocked.CompareExchange(ref call, null, over) == over)
        {
            over.Dispose();
            Change(s => s with { Connected = false });
        }
    }

    private void Hear(ReadOnlyMemory<byte> view) => Change(s => TerminalDecisions.Hear(s, JsonSerializer.Deserialize<TerminalView>(view.Span, LabJson.Options)!));

    private async Task ActAsync(TerminalAct act, CancellationToken cancel)
    {
        var reply = await http.SendAsync(HttpMethod.Post, $"{tenants()}/v1/terminals/{id}/acts", act, null, cancel).ConfigureAwait(false);
        var refusal = reply.Ok ? null : reply.Error?.Message ?? TerminalTexts.NotReached;
        Change(s => TerminalDecisions.Answered(reply.Ok ? TerminalDecisions.Hear(s, reply.Read<TerminalView>()) : s, refusal));
    }
}
