using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>A POS while it has power: its state, its disk and its requests.</summary>
internal sealed class PosPower : IDisposable
{
    private readonly Lock gate = new();
    private readonly string key;
    private readonly SciSettings settings;
    private readonly LabClock clock;
    private readonly ILabStore store;
    private readonly Action changed;
    private readonly Errands errands;
    private readonly DeviceHttp http;
    private readonly PosNetwork network;
    private readonly CancellationTokenSource off = new();
    private PosState state;
    private string? watched;
    private bool ended;

    public PosPower(string id, SciSettings settings, SiteParts parts, PosConfiguration built, Action changed)
    {
        key = $"sci-pos/{id}";
        this.settings = settings;
        this.changed = changed;
        (clock, store) = (parts.Clock, parts.Store);
        var cable = parts.Cables.Lay(id);
        errands = new(cable, clock);
        http = new(cable, parts.Tap, new());
        network = new(http, built, clock);
        state = store.Read(key) is { } json ? JsonSerializer.Deserialize<PosMemory>(json, LabJson.Options)!.ToState() : new();
    }

    public PosState State => Volatile.Read(ref state);

    /// <summary>Goes on with what a power cut has interrupted: a purchase whose result is not known yet.</summary>
    public void Start() => Change(s => s);

    /// <summary>Changes the state, keeps what must be kept, and does what the new state asks for.</summary>
    /// <exception cref="StoreException">The disk is full; nothing has changed.</exception>
    public void Change(Func<PosState, PosState> change)
    {
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            var before = state;
            var after = change(before);
            Keep(before, after);
            Volatile.Write(ref state, after);
            if (after.Waiting is { } request && !ReferenceEquals(request, before.Waiting))
            {
                Ask(request, after);
            }

            if (after.Purchase is { IsWatched: true, Id: var purchase } && purchase != watched)
            {
                watched = purchase;
                _ = Task.Run(WatchAsync);
            }
        }

        changed();
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
        }

        off.Cancel();
        errands.Dispose();
        http.Dispose();
    }

    private void Ask(PosRequest request, PosState asking) => errands.Send($"{request.Kind}", settings.AnswerPatience, default, async cancel =>
    {
        var reply = await network.AskAsync(request, asking, cancel).ConfigureAwait(false);
        try
        {
            Change(s => PosAnswers.Hear(s, request, reply));
        }
        catch (StoreException e)
        {
            Change(s => s with { Waiting = null, Notice = [e.Message], NoticeIsBad = true });
        }
    });

    /// <summary>Long polls until the purchase has its result; without an answer it is asked again, and again.</summary>
    private async Task WatchAsync()
    {
        try
        {
            while (NextWatched() is { } purchase)
            {
                var reply = await PollAsync(purchase).ConfigureAwait(false);
                off.Token.ThrowIfCancellationRequested();
                Change(s => PosAnswers.HearOf(s, purchase, reply));
                if (reply.Purchase is null)
                {
                    await Task.Delay(settings.AnswerPatience, clock, off.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Power is gone; after the next start it goes on.
        }
        catch (Exception e)
        {
            // A bug of ours, or a full disk: nobody awaits this, so it is said here.
            await Console.Error.WriteLineAsync($"{key}: {e}").ConfigureAwait(false);
        }
    }

    /// <summary>The purchase to be watched; null when a person must act first, or it has ended: then nobody watches any more.</summary>
    private PosPurchase? NextWatched()
    {
        lock (gate)
        {
            var next = state.Purchase is { IsWatched: true } purchase ? purchase : null;
            watched = next?.Id;
            return next;
        }
    }

    private async Task<PosReply> PollAsync(PosPurchase purchase)
    {
        using var patience = new CancellationTokenSource(settings.LongPoll + settings.AnswerPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(off.Token, patience.Token);
        return await network.WatchAsync(purchase, either.Token).ConfigureAwait(false);
    }

    private void Keep(PosState before, PosState after)
    {
        var memory = PosMemory.Of(after);
        if (memory != PosMemory.Of(before))
        {
            store.Save((key, JsonSerializer.Serialize(memory, LabJson.Options)));
        }
    }
}
