using System.Text.Json;
using PairingLab.AccessControl.Sample;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Devices;

/// <summary>A device from the moment it gets power until it loses it.</summary>
internal sealed class DevicePower : IDisposable
{
    private const int Forbidden = 403;
    private const int MostReported = 500;

    /// <summary>From a tap to its confirmation, about. Ten thousand terminals that wait for a card should not hold ten thousand connections.</summary>
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly string id;
    private readonly AccessControlSettings settings;
    private readonly DeviceParts parts;
    private readonly PanVault pans;
    private readonly IReadOnlyList<SampleCard> wallet;
    private readonly Action changed;
    private readonly Errands errands;
    private readonly DeviceHttp http;
    private readonly DeviceNetwork network;
    private readonly ITimer lists;
    private readonly ITimer report;
    private DeviceCredentials? credentials;
    private DeviceState state;
    private int reporting;

    public DevicePower(
        string id, string serial, AccessControlSettings settings, DeviceParts parts, PanVault pans, IReadOnlyList<SampleCard> wallet, Func<string> address, Action changed)
    {
        (this.id, this.settings, this.parts, this.pans, this.wallet, this.changed) = (id, settings, parts, pans, wallet, changed);
        errands = new(parts.Cable, parts.Clock);
        http = new(parts.Cable, parts.Tap, new(), idle: IdleConnection);
        network = new(http, address, serial, parts.Clock);
        credentials = parts.Store.Read(Key("key")) is { } text ? DeviceCredentials.FromText(text) : null;
        var memory = parts.Store.Read(Key("memory")) is { } json ? JsonSerializer.Deserialize<DeviceMemory>(json, LabJson.Options)! : new();
        var screen = !memory.Paired ? DeviceScreen.Pair : memory.Pending is null ? DeviceScreen.Identity : DeviceScreen.Entry;
        state = new() { Memory = memory, Screen = screen };
        lists = parts.Clock.CreateTimer(_ => GetLists(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        report = parts.Clock.CreateTimer(_ => Report(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DeviceState State => Volatile.Read(ref state);

    /// <summary>Takes up what was left when the power went: a confirmation without an answer, entries to report, lists grown old.</summary>
    public void Boot()
    {
        SetTimers();
        if (state.Memory is { Paired: true, Pending: not null })
        {
            Change(s => s with { Waiting = DeviceRequest.Confirm });
        }
    }

    public void Press(string button) => Change(s => DeviceDecisions.Press(s, button, wallet));

    public void Type(string field, string text) => Change(s => DeviceDecisions.Type(s, field, text));

    public void Dispose()
    {
        lists.Dispose();
        report.Dispose();
        errands.Dispose();
        http.Dispose();
    }

    /// <summary>What is to survive a power cut is on the disk before anybody sees it.</summary>
    private void Change(Func<DeviceState, DeviceState> change)
    {
        DeviceState before, after;
        lock (gate)
        {
            before = state;
            after = change(before);
            if (!ReferenceEquals(after.Memory, before.Memory))
            {
                parts.Store.Save((Key("memory"), JsonSerializer.Serialize(after.Memory, LabJson.Options)));
            }

            Volatile.Write(ref state, after);
            if (after.Waiting is { } request && before.Waiting is null)
            {
                Ask(request, after);
            }
        }

        changed();
    }

    private void Ask(DeviceRequest request, DeviceState asking)
    {
        if (request == DeviceRequest.Lists)
        {
            GetLists();
            return;
        }

        errands.Send($"{request}", settings.AnswerPatience, default, async cancel =>
        {
            var reply = await SendAsync(request, asking, cancel);
            if (!errands.HasEnded)
            {
                Change(s => DeviceHearing.Hear(s, request, reply, parts.Clock.GetUtcNow(), pans));
                SetTimers();
                After(reply);
            }
        });
    }

    private async Task<DeviceReply> SendAsync(DeviceRequest request, DeviceState asking, CancellationToken cancel)
    {
        if (request != DeviceRequest.Pair)
        {
            return request == DeviceRequest.Check
                ? await network.CheckAsync(credentials!, asking, cancel)
                : await network.ConfirmAsync(credentials!, asking.Memory.Pending!, cancel);
        }

        // The key is on the disk before MACS knows it, and stays until it is refused: the answer of a pairing can get lost.
        var with = credentials ??= NewCredentials();
        var reply = await network.PairAsync(with, asking.Text(DeviceFields.Code), cancel);
        if (reply.Status != 409)
        {
            return reply;
        }

        var known = await network.RangesAsync(with, null, cancel);
        return known.Ok ? known : reply;
    }

    private DeviceCredentials NewCredentials()
    {
        var made = DeviceCredentials.Create();
        parts.Store.Save((Key("key"), made.ToText()));
        return made;
    }

    /// <summary>Whoever gets an answer is online, and can report.</summary>
    private void After(DeviceReply reply)
    {
        if (reply.Status == Forbidden)
        {
            ForgetKey();
        }
        else if (reply.Answered)
        {
            Report();
        }
    }

    /// <summary>A pairing code that was wrong is a 403 too; the key was not paired then, and the next try makes another.</summary>
    private void ForgetKey()
    {
        if (!State.Memory.Paired)
        {
            parts.Store.Save((Key("key"), null));
            credentials = null;
        }
    }

    /// <summary>Who was just paired has no lists, and they are due at once.</summary>
    private void SetTimers()
    {
        if (!State.Memory.Paired)
        {
            return;
        }

        var now = parts.Clock.GetUtcNow();
        var due = State.Memory.ListsAt is { } at ? at + settings.ListInterval - now : TimeSpan.Zero;
        lists.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        report.Change(State.Memory.Kept.IsEmpty ? Timeout.InfiniteTimeSpan : settings.ReportInterval, Timeout.InfiniteTimeSpan);
    }

    private void GetLists()
    {
        if (credentials is not { } with || !State.Memory.Paired)
        {
            return;
        }

        errands.Send("offline lists", settings.AnswerPatience, default, async cancel =>
        {
            var memory = State.Memory;
            var ranges = await network.RangesAsync(with, memory.RangesTag, cancel);
            var hashes = OfflineHearing.IsList(ranges) ? await network.HashesAsync(with, memory.HashesTag, cancel) : ranges;
            if (!errands.HasEnded)
            {
                Change(s => OfflineHearing.Lists(s, ranges, hashes, parts.Clock.GetUtcNow()));
                After(hashes);
                lists.Change(OfflineHearing.IsList(hashes) ? settings.ListInterval : settings.ReportInterval, Timeout.InfiniteTimeSpan);
            }
        });
    }

    /// <summary>Reports what is kept, one report at a time.</summary>
    private void Report()
    {
        if (State.Memory.Kept.IsEmpty || !State.Memory.Paired || credentials is not { } with || Interlocked.Exchange(ref reporting, 1) == 1)
        {
            return;
        }

        var entries = State.Memory.Kept.Take(MostReported).ToList();
        errands.Send("offline report", settings.AnswerPatience, default, async cancel =>
        {
            var reply = await network.ReportAsync(with, entries, cancel);
            Interlocked.Exchange(ref reporting, 0);
            if (!errands.HasEnded)
            {
                Change(s => OfflineHearing.Reported(s, reply));
                report.Change(State.Memory.Kept.IsEmpty ? Timeout.InfiniteTimeSpan : settings.ReportInterval, Timeout.InfiniteTimeSpan);
            }
        });
    }

    private string Key(string what) => $"access-control/{id}/{what}";
}
