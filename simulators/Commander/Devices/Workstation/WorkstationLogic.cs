using PairingLab.Commander.Core;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using static PairingLab.Commander.Devices.Workstation.WorkstationScreen;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>A workstation: what it does at a button, at an answer and when time passes.</summary>
public sealed partial class WorkstationLogic(DeviceInfo info, string firstBase, CommanderSettings settings)
    : IDeviceLogic<WorkstationState, WorkstationRequest, WorkstationReply>
{
    private readonly string memoryKey = $"workstation/{info.Id}/memory";
    private readonly string credentialsKey = $"workstation/{info.Id}/credentials";

    /// <inheritdoc />
    public WorkstationState Boot(DeviceDisk disk, DateTimeOffset now)
    {
        var memory = disk.Read<WorkstationMemory>(memoryKey) ?? WorkstationMemory.Fresh(firstBase);
        return Reboot(new(memory) { Credentials = disk.Read<string>(credentialsKey) }, now);
    }

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(WorkstationState state) =>
        [new(memoryKey, state.Memory), new(credentialsKey, state.Credentials)];

    /// <inheritdoc />
    public Panel Show(WorkstationState state) => WorkstationPanel.Of(info.Id, state);

    /// <inheritdoc />
    public WorkstationState Press(WorkstationState state, string button, DateTimeOffset now)
    {
        state = Due(state, now);
        return state.Screen switch
        {
            PairPos or Keypad or SuccessfullyPaired or CannotCommunicate => PressInPairing(state, button, now),
            UpgradePairingFailed when button == "OK" => Reboot(InPairingMode(state), now),
            _ => PressInApplication(state, button, now),
        };
    }

    /// <inheritdoc />
    public WorkstationState Type(WorkstationState state, string field, string text) => state.Screen == Keypad ? Key(state, text) : state;

    /// <inheritdoc />
    public IEnumerable<WorkstationRequest> Wants(WorkstationState state)
    {
        List<WorkstationRequest> wants = [new WorkstationRequest.ServeHelpdesk(), .. OverLink(state)];
        if (state.Screen == PleaseWait)
        {
            wants.Add(new WorkstationRequest.Begin());
        }

        if (state is { Screen: Processing, Session: { } session })
        {
            wants.Add(new WorkstationRequest.Complete(session, state.Typed));
        }

        if (state.Screen == Upgrading)
        {
            wants.Add(new WorkstationRequest.FetchTrust());
        }

        wants.AddRange(state.Cancelled.Select(s => new WorkstationRequest.Cancel(s)));
        wants.AddRange(state.HelpdeskLines.Select(l => new WorkstationRequest.AnswerHelpdesk(l, GreetingOf(state))));
        return wants;
    }

    /// <inheritdoc />
    public TimeSpan? Patience(WorkstationRequest request) =>
        request is WorkstationRequest.ServeHelpdesk or WorkstationRequest.AnswerHelpdesk ? null : settings.AnswerPatience;

    /// <inheritdoc />
    public WorkstationState Receive(WorkstationState state, WorkstationRequest asked, WorkstationReply reply, DateTimeOffset now)
    {
        state = Due(state, now);
        return !Wants(state).Contains(asked) ? state : asked switch
        {
            WorkstationRequest.Begin or WorkstationRequest.Complete => AfterPairing(state, reply),
            WorkstationRequest.Cancel r => state with { Cancelled = state.Cancelled.Remove(r.Session) },
            WorkstationRequest.FetchTrust => reply is WorkstationReply.Done ? Reboot(state, now) : Go(state, UpgradePairingFailed),
            WorkstationRequest.ServeHelpdesk when reply is WorkstationReply.HelpdeskAsks r =>
                state with { HelpdeskLines = state.HelpdeskLines.Add(r.Line) },
            WorkstationRequest.AnswerHelpdesk r => state with { HelpdeskLines = state.HelpdeskLines.Remove(r.Line) },
            _ => AfterLink(state, asked, reply, now),
        };
    }

    /// <inheritdoc />
    public DateTimeOffset? NextDue(WorkstationState state)
    {
        DateTimeOffset?[] deadlines =
        [
            state.ScreenUntil,
            state.Memory.RenewalAnnounced ? null : state.Memory.RenewFrom,
            state.Memory.Alert == PairingAlert.None ? state.Memory.TrustedUntil : null,
            state.Link.LookAt,
            state.Link.RenewAgainAt,
        ];
        return deadlines.Min();
    }

    /// <inheritdoc />
    public Pulse? NextPulse(WorkstationState state) => state.Link.HeartbeatAt is { } at ? new(at, settings.HeartbeatInterval) : null;

    /// <inheritdoc />
    public WorkstationState Due(WorkstationState state, DateTimeOffset now)
    {
        // The screen after a boot may have a time limit too, hence the loop.
        while (state.ScreenUntil is { } until && now >= until)
        {
            state = ScreenOver(state, until, now);
        }

        return LinkDue(CertificateAges(state, now), now);
    }

    /// <summary>The first line for a visitor; null when access is denied.</summary>
    private string? GreetingOf(WorkstationState state) =>
        state.Link.IsUp ? $"{info.Id} {info.Model} Base {state.Memory.Base}: paired" : null;
}
