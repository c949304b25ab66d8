using System.Net.WebSockets;
using System.Security.Authentication;
using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>A workstation from the moment it gets power until it loses it.</summary>
internal sealed class WorkstationPower : IDisposable
{
    private readonly DeviceCard card;
    private readonly CommanderSettings settings;
    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly LabClock clock;
    private readonly ILabStore store;
    private readonly Func<string?> commander;
    private readonly Action changed;
    private readonly Errands errands;
    private readonly RemoteSession remote;
    private readonly Aggregate<WorkstationState, IWorkstationCommand, IWorkstationEvent> core;
    private readonly ITimer look;
    private readonly ITimer heartbeat;
    private readonly ITimer renewal;
    private int reporting;
    private WorkstationCredentials? credentials;
    private WorkstationPairing? pairing;
    private WorkstationLink? link;
    private CancellationTokenSource waiting = new();
    private int looking;
    private volatile bool lookAgain;
    private TimeSpan nextLook;

    public WorkstationPower(
        DeviceCard card,
        CommanderSettings settings,
        Cable cable,
        WireTap tap,
        LabClock clock,
        ILabStore store,
        string firstBase,
        Func<string?> commander,
        Action changed)
    {
        this.card = card;
        this.settings = settings;
        this.cable = cable;
        this.tap = tap;
        this.clock = clock;
        this.store = store;
        this.commander = commander;
        this.changed = changed;
        errands = new(cable, clock);
        remote = new(() => State.Linked ? $"{card.Id} {card.Model} Base {State.Base}: paired" : null);
        credentials = store.Read(Key("credentials")) is { } text ? WorkstationCredentials.FromText(text) : null;
        look = clock.CreateTimer(_ => LookForCommander(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        heartbeat = clock.CreatePulse(Report, settings.HeartbeatInterval);
        heartbeat.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        renewal = clock.CreateTimer(_ => TryToRenew(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        core = new(LoadState(firstBase), Rules(), clock);
        core.Happened += OnHappened;
    }

    public WorkstationState State => core.State;

    public string Remote => remote.Address;

    public void Do(IWorkstationCommand command) => core.Execute(_ => command);

    public void Dispose()
    {
        core.Dispose();
        look.Dispose();
        heartbeat.Dispose();
        renewal.Dispose();
        remote.Dispose();
        waiting.Cancel();
        errands.Dispose();
        Interlocked.Exchange(ref link, null)?.Dispose();
        pairing?.Dispose();
    }

    private void OnHappened(WorkstationState state, IReadOnlyList<IWorkstationEvent> events)
    {
        foreach (var happened in events)
        {
            React(state, happened);
        }

        changed();
    }

    private void React(WorkstationState state, IWorkstationEvent happened)
    {
        switch (happened)
        {
            case SessionAsked e:
                AskForSession(e);
                break;
            case OtpSubmitted e:
                Submit(e);
                break;
            case SessionGivenUp e when pairing is { } with:
                errands.Send("give the session up", settings.AnswerPatience, default, cancel => with.CancelAsync(e.Session, cancel));
                break;
            case AnswerGivenUp:
                StopWaiting();
                break;
            case Booted:
                StopWaiting();
                StopLink();
                break;
            case ApplicationStarted:
                LookForCommander();
                break;
            case RenewalDue:
                // Not from here: the core is still telling of it, and has not yet said that it knows.
                Later(renewal, TimeSpan.Zero);
                break;
            case LinkWentDown or AlertRaised:
                StopLink();
                nextLook = settings.LookInterval;
                LookAgainLater();
                break;
            case Renewed:
                // The old certificate is no longer good: the link is made anew with the new one.
                StopLink();
                LookForCommander();
                break;
            case SaleMade:
                SendSale();
                break;
            case OtpAsked:
                AskForOtp();
                break;
            case UpgradeStarted:
                FetchTrust();
                break;
            default:
                break;
        }
    }

    private void AskForSession(SessionAsked e)
    {
        pairing?.Dispose();
        pairing = null;
        if (commander() is not { } address)
        {
            // Plugged in nowhere is as silent as a cut cable: the screen's own time decides.
            return;
        }

        var with = pairing = new(address, card.Id, card.Model, cable, tap);
        errands.Send("Pair POS", null, waiting.Token, async cancel => Do(await with.BeginAsync(e.Attempt, cancel).ConfigureAwait(false)));
    }

    private void Submit(OtpSubmitted e)
    {
        var with = pairing!;
        errands.Send("prove the OTP", null, waiting.Token, async cancel =>
        {
            var (outcome, made) = await with.CompleteAsync(e.Attempt, e.Session, e.Otp, cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            KeepCredentials(made);
            Do(outcome);
        });
    }

    /// <summary>Makes the trusted link if there is none, and looks whether the Commander runs newer software.</summary>
    private void LookForCommander()
    {
        if (link is not null || State.PairingMode)
        {
            return;
        }

        if (Interlocked.Exchange(ref looking, 1) == 1)
        {
            // The look under way may have found a link that is gone again (a renewal ends it): it is followed by another.
            lookAgain = true;
            return;
        }

        LookAgainLater();
        if (commander() is not { } address)
        {
            looking = 0;
            return;
        }

        errands.Send("look for the Commander", settings.AnswerPatience, default, async cancel =>
        {
            try
            {
                await OpenLinkAsync(address, cancel).ConfigureAwait(false);
                await LookAtSoftwareAsync(address, cancel).ConfigureAwait(false);
            }
            finally
            {
                looking = 0;
                if (lookAgain)
                {
                    lookAgain = false;
                    LookForCommander();
                }
            }
        });
    }

    /// <summary>Every look that finds no Commander doubles the time to the next, up to a day.</summary>
    private void LookAgainLater()
    {
        nextLook = nextLook == default ? settings.LookInterval : nextLook;
        Later(look, nextLook);
        nextLook = nextLook > TimeSpan.FromHours(12) ? TimeSpan.FromDays(1) : nextLook * 2;
    }

    private async Task OpenLinkAsync(string address, CancellationToken cancel)
    {
        if (credentials is not { } ours || ours.TrustedUntil <= clock.GetUtcNow())
        {
            return;
        }

        try
        {
            var opened = await WorkstationLink.OpenAsync(address, ours, cable, tap, clock, cancel).ConfigureAwait(false);
            link = opened;
            _ = ListenAsync(opened);
            Do(new LinkOpened());
            if (!State.Linked)
            {
                StopLink();
                return;
            }

            nextLook = settings.LookInterval;
            heartbeat.Change(settings.HeartbeatInterval, settings.HeartbeatInterval);
            TryToRenew();
        }
        catch (AuthenticationException)
        {
            Do(new TrustRefused());
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
        {
            Do(new LinkLost());
        }
    }

    private async Task LookAtSoftwareAsync(string address, CancellationToken cancel)
    {
        using var http = new DeviceHttp(cable, tap, new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });
        var reply = await http.SendAsync(HttpMethod.Get, $"{address}/software", null, null, cancel).ConfigureAwait(false);
        if (reply.Ok)
        {
            Do(new NewerSoftware(reply.Read<SoftwareResponse>().Base));
        }
    }

    private async Task ListenAsync(WorkstationLink opened)
    {
        await opened.ListenAsync(Hear).ConfigureAwait(false);
        if (Interlocked.CompareExchange(ref link, null, opened) == opened)
        {
            opened.Dispose();
            Do(new LinkLost());
            LookForCommander();
        }
    }

    private void Hear(LinkMessage message)
    {
        if (message.Type == "broken")
        {
            Do(new TrustRefused());
        }
        else if (message.Base is { } newer)
        {
            Do(new NewerSoftware(newer));
        }
    }

    /// <summary>Says that it is still here, and finds out whether the Commander is.</summary>
    private void Report()
    {
        if (link is not { } over || Interlocked.Exchange(ref reporting, 1) == 1)
        {
            return;
        }

        errands.Send("heartbeat", settings.AnswerPatience, default, async cancel =>
        {
            try
            {
                await AskAsync(over, new("heartbeat"), cancel).ConfigureAwait(false);
            }
            finally
            {
                reporting = 0;
            }
        });
    }

    /// <summary>Asks for a new certificate once the old one nears its end, and again every day until there is one.</summary>
    private void TryToRenew()
    {
        if (!State.RenewalAnnounced)
        {
            return;
        }

        Later(renewal, settings.RenewalRetry);
        if (link is { } over)
        {
            errands.Send("renew", settings.AnswerPatience, default, cancel => RenewAsync(over, cancel));
        }
    }

    private async Task RenewAsync(WorkstationLink over, CancellationToken cancel)
    {
        try
        {
            if (await over.RenewAsync(card.Id, credentials!, cancel).ConfigureAwait(false) is { } renewed)
            {
                KeepCredentials(renewed);
                Do(new CertificateIssued(renewed.TrustedUntil));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            Lose(over);
        }
    }

    private void SendSale()
    {
        if (link is not { } over)
        {
            // Not from here: the core is still telling of the sale.
            errands.Send("keep the sale", null, default, _ => Say(new SaleAnswered(Taken: false)));
            return;
        }

        errands.Send("sale", settings.AnswerPatience, default, async cancel =>
            Do(new SaleAnswered(await AskAsync(over, new("sale", Amount: 2.50m), cancel).ConfigureAwait(false) is { Type: "ok" })));
    }

    private void AskForOtp()
    {
        if (link is { } over)
        {
            errands.Send("generate an OTP", settings.AnswerPatience, default, async cancel =>
            {
                if (await AskAsync(over, new("generate-otp"), cancel).ConfigureAwait(false) is { Otp: { } otp })
                {
                    Do(new OtpGiven(otp));
                }
            });
        }
    }

    private Task Say(IWorkstationCommand command)
    {
        Do(command);
        return Task.CompletedTask;
    }

    private async Task<LinkMessage?> AskAsync(WorkstationLink over, LinkMessage question, CancellationToken cancel)
    {
        try
        {
            var answer = await over.AskAsync(question, cancel).ConfigureAwait(false);
            if (answer.Type == "broken")
            {
                Do(new TrustRefused());
            }

            return answer;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            Lose(over);
            return null;
        }
    }

    private void Lose(WorkstationLink over)
    {
        if (Interlocked.CompareExchange(ref link, null, over) == over)
        {
            over.Dispose();
            Do(new LinkLost());
        }
    }

    /// <summary>Auto Upgrade ends with fetching what the workstation must know to be paired.</summary>
    private void FetchTrust() => errands.Send("Auto Upgrade", settings.AnswerPatience, default, async cancel =>
    {
        using var http = new DeviceHttp(cable, tap, new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });
        var reply = commander() is { } address
            ? await http.SendAsync(HttpMethod.Get, $"{address}/trust", null, null, cancel).ConfigureAwait(false)
            : new(0, "");
        Do(new UpgradeEnded(reply.Ok));
    });

    private void KeepCredentials(WorkstationCredentials? made)
    {
        if (made is not null)
        {
            store.Save((Key("credentials"), made.ToText()));
            credentials = made;
        }
    }

    private void StopWaiting()
    {
        _ = waiting.CancelAsync();
        waiting = new();
    }

    private void StopLink()
    {
        heartbeat.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Interlocked.Exchange(ref link, null)?.Dispose();
    }

    private static void Later(ITimer timer, TimeSpan span) => timer.Change(span, Timeout.InfiniteTimeSpan);

    private AggregateRules<WorkstationState, IWorkstationCommand, IWorkstationEvent> Rules() => new(
        (state, command, now) => DecideWorkstation.On(state, command, now, settings),
        EvolveWorkstation.After,
        WorkstationPassing.NextDeadline,
        new PassTime(),
        Keep);

    private void Keep(WorkstationState before, WorkstationState after)
    {
        var memory = WorkstationMemory.Of(after);
        if (memory != WorkstationMemory.Of(before))
        {
            store.Save((Key("memory"), JsonSerializer.Serialize(memory, LabJson.Options)));
        }
    }

    private WorkstationState LoadState(string firstBase) =>
        store.Read(Key("memory")) is { } json
            ? JsonSerializer.Deserialize<WorkstationMemory>(json, LabJson.Options)!.ToState()
            : new() { Base = firstBase, PairingMode = Core.SoftwareBase.HasPairing(firstBase) };

    private string Key(string what) => $"workstation/{card.Id}/{what}";
}
