using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.State;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>A workstation from the moment it gets power until it loses it.</summary>
internal sealed class WorkstationPower : IWorkstationMind, IDisposable
{
    private readonly WorkstationRim rim;
    private readonly Action changed;
    private readonly WorkstationDisk disk;
    private readonly Errands errands;
    private readonly RemoteSession remote;
    private readonly Aggregate<WorkstationState, IWorkstationCommand, IWorkstationEvent> core;
    private readonly LinkToCommander link;
    private WorkstationPairing? pairing;
    private CancellationTokenSource waiting = new();

    public WorkstationPower(WorkstationRim rim, string firstBase, Action changed)
    {
        this.rim = rim;
        this.changed = changed;
        disk = new(rim.Store, rim.Card.Id);
        errands = new(rim.Cable, rim.Clock);
        remote = new(() => State.Linked ? $"{rim.Card.Id} {rim.Card.Model} Base {State.Base}: paired" : null);
        link = new(rim, disk, errands, this);
        core = new(disk.LoadState(firstBase), Rules(), rim.Clock);
        core.Happened += OnHappened;
    }

    /// <inheritdoc />
    public WorkstationState State => core.State;

    public string Remote => remote.Address;

    /// <inheritdoc />
    public void Do(IWorkstationCommand command) => core.Execute(_ => command);

    public void Dispose()
    {
        core.Dispose();
        remote.Dispose();
        waiting.Cancel();
        errands.Dispose();
        link.Dispose();
        pairing?.Dispose();
    }

    private void OnHappened(WorkstationState state, IReadOnlyList<IWorkstationEvent> events)
    {
        foreach (var happened in events)
        {
            React(happened);
        }

        changed();
    }

    private void React(IWorkstationEvent happened)
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
                errands.Send("give the session up", rim.Settings.AnswerPatience, default, cancel => with.CancelAsync(e.Session, cancel));
                break;
            case AnswerGivenUp:
                StopWaiting();
                break;
            case Booted:
                StopWaiting();
                link.Stop();
                break;
            case ApplicationStarted:
                link.Look();
                break;
            case RenewalDue:
                link.RenewSoon();
                break;
            case LinkWentDown or AlertRaised:
                link.StopAndLookLater();
                break;
            case Renewed:
                // The old certificate is no longer good: the link is made anew with the new one.
                link.Stop();
                link.Look();
                break;
            case SaleMade:
                link.Ask("sale", new("sale", Amount: 2.50m), answer => Do(new SaleAnswered(Taken: answer is { Type: "ok" })));
                break;
            case OtpAsked:
                link.Ask("generate an OTP", new("generate-otp"), ShowOtp);
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
        if (rim.Commander() is not { } address)
        {
            // Plugged in nowhere is as silent as a cut cable: the screen's own time decides.
            return;
        }

        var with = pairing = new(address, rim.Card.Id, rim.Card.Model, rim.Cable, rim.Tap);
        errands.Send("Pair POS", null, waiting.Token, async cancel => Do(await with.BeginAsync(e.Attempt, cancel).ConfigureAwait(false)));
    }

    private void Submit(OtpSubmitted e)
    {
        var with = pairing!;
        errands.Send("prove the OTP", null, waiting.Token, async cancel =>
        {
            var (outcome, made) = await with.CompleteAsync(e.Attempt, e.Session, e.Otp, cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (made is not null)
            {
                disk.Keep(made);
            }

            Do(outcome);
        });
    }

    private void ShowOtp(Api.LinkMessage? answer)
    {
        if (answer is { Otp: { } otp })
        {
            Do(new OtpGiven(otp));
        }
    }

    /// <summary>Auto Upgrade ends with fetching what the workstation must know to be paired.</summary>
    private void FetchTrust() => errands.Send("Auto Upgrade", rim.Settings.AnswerPatience, default, async cancel =>
    {
        using var http = new DeviceHttp(rim.Cable, rim.Tap, new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });
        var reply = rim.Commander() is { } address
            ? await http.SendAsync(HttpMethod.Get, $"{address}/trust", null, null, cancel).ConfigureAwait(false)
            : new(0, "");
        Do(new UpgradeEnded(reply.Ok));
    });

    private void StopWaiting()
    {
        _ = waiting.CancelAsync();
        waiting = new();
    }

    private AggregateRules<WorkstationState, IWorkstationCommand, IWorkstationEvent> Rules() => new(
        (state, command, now) => DecideWorkstation.On(state, command, now, rim.Settings),
        EvolveWorkstation.After,
        WorkstationPassing.NextDeadline,
        new PassTime(),
        disk.Keep);
}
