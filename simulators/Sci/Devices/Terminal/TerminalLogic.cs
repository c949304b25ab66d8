using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using static PairingLab.Sci.Devices.Terminal.TerminalPage;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>A terminal: what it does at a button, at a word of its tenant and at each heartbeat.</summary>
public sealed class TerminalLogic(string id, SciSettings settings) : IDeviceLogic<TerminalState, TerminalRequest, TerminalReply>
{
    private const string Configure = "configure";
    private const string Cancel = "cancel";
    private const string Rename = "rename";

    /// <inheritdoc />
    public TerminalState Boot(DeviceDisk disk, DateTimeOffset now) => new() { BeatAt = now + settings.Heartbeat };

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(TerminalState state) => [];

    /// <inheritdoc />
    public Panel Show(TerminalState state) => TerminalPanel.Of(id, state);

    /// <inheritdoc />
    public TerminalState Press(TerminalState state, string button, DateTimeOffset now) =>
        !Show(state).Buttons.Any(b => b.Name == button && b.Enabled) ? state
        : button == "Go offline" ? new() { Link = LinkStatus.Off, View = state.View, Seen = state.Seen }
        : button == "Go online" ? state with { Link = LinkStatus.Calling, BeatAt = now + settings.Heartbeat }
        : state.Message is not null ? state with { Message = null }
        : state.View!.Transaction is { } transaction ? TerminalPayments.Press(state, transaction, button)
        : state.View.Busy ? Ask(state, new("idle"))
        : state.Unseen is { } pairing ? OnPairing(state, pairing, button)
        : OnMenu(state, state.View, button);

    /// <inheritdoc />
    public TerminalState Type(TerminalState state, string field, string text) => state with { Typed = text };

    /// <inheritdoc />
    public IEnumerable<TerminalRequest> Wants(TerminalState state) =>
    [
        .. state.Waiting is { } act ? [new TerminalRequest.Act(act)] : Array.Empty<TerminalRequest>(),
        .. state.Link >= LinkStatus.Calling ? [new TerminalRequest.Link()] : Array.Empty<TerminalRequest>(),
        .. state.Link == LinkStatus.Checking ? [new TerminalRequest.SayHere()] : Array.Empty<TerminalRequest>(),
    ];

    /// <inheritdoc />
    public TimeSpan? Patience(TerminalRequest request) => settings.AnswerPatience;

    /// <inheritdoc />
    public TerminalState Receive(TerminalState state, TerminalRequest asked, TerminalReply reply, DateTimeOffset now) => asked switch
    {
        TerminalRequest.Act { Do: var act } => Answered(state, act, reply, now),
        TerminalRequest.Link when reply.View is { } view => Hear(state with { Link = LinkStatus.Up }, view, now),
        _ => state with { Link = LinkStatus.Down },
    };

    /// <inheritdoc />
    public Pulse? NextPulse(TerminalState state) => state.Link == LinkStatus.Off ? null : new(state.BeatAt, settings.Heartbeat);

    /// <inheritdoc />
    public DateTimeOffset? NextDue(TerminalState state) => state.Waiting is null && state.Link >= LinkStatus.Up ? state.LateAt : null;

    /// <inheritdoc />
    public TerminalState Due(TerminalState state, DateTimeOffset now)
    {
        if (state.BeatAt <= now)
        {
            state = state with
            {
                BeatAt = now + settings.Heartbeat,
                Link = state.Link switch { LinkStatus.Down => LinkStatus.Calling, LinkStatus.Up => LinkStatus.Checking, var same => same },
            };
        }

        return state.LateAt <= now ? TerminalPayments.ActByItself(state, now, settings) : state;
    }

    /// <summary>The state after the tenant's word. A terminal that has just been switched on does not tell of old pairings.</summary>
    private TerminalState Hear(TerminalState state, TerminalView view, DateTimeOffset now)
    {
        if (state.View is { } known && view.Version < known.Version)
        {
            return state;
        }

        var seen = state.View is null && view.Pairing is { Status: not (PairingStatus.Initial or PairingStatus.Progressed) } old
            ? old.Id
            : state.Seen;
        return TerminalPayments.ActByItself(state with { View = view, Seen = seen }, now, settings);
    }

    /// <summary>Where nobody has pressed anything, nobody is told that it was refused.</summary>
    private TerminalState Answered(TerminalState state, TerminalAct act, TerminalReply reply, DateTimeOffset now)
    {
        state = state with { Waiting = null, ByItself = false, Message = state.ByItself ? state.Message : reply.Refusal };
        return reply.View is not { } view ? state : Hear(
            act.Do switch
            {
                Rename => state with { Page = Home, Typed = null },
                Configure => state with { Page = TerminalPage.Payments },
                Cancel => state with { Seen = act.Id },
                _ => TerminalPayments.Print(state, act),
            },
            view,
            now);
    }

    private static TerminalState OnPairing(TerminalState state, TerminalPairing pairing, string button) => button switch
    {
        "Cancel" => Ask(state, new(Cancel, pairing.Id)),
        "Confirm" => Ask(state, new("confirm", pairing.Id)),
        "Decline" => Ask(state, new("decline", pairing.Id)),
        _ => state with { Seen = pairing.Id, Page = Home },
    };

    private static TerminalState OnMenu(TerminalState state, TerminalView view, string button) => button switch
    {
        "Pair with POS" => Ask(state, new(TerminalAct.StartPairing)),
        "Pairings" => state with { Page = Pairings },
        "Settings" => state with { Page = Settings, Typed = view.Nickname },
        "Payments" => state with { Page = TerminalPage.Payments },
        "Tipping" => state with { Page = TerminalPage.Tipping },
        "Surcharge" => state with { Page = TerminalPage.Surcharge },
        "Outcomes" => state with { Page = TerminalPage.Outcomes },
        "Settlement" => Ask(state, new("busy")),
        "Save" => Ask(state, new(Rename, Text: state.Typed?.Trim())),
        "Back" when OptionChoices.Of(state.Page).Any() => state with { Page = TerminalPage.Payments },
        "Back" => state with { Page = Home, Typed = null },
        _ when OptionChoices.Find(state.Page, button) is { } choose => Ask(state, new(Configure, Options: choose(view.Options))),
        _ => Ask(state, new("unpair", PairingLabels.Of(view.Paired).First(l => button == $"Unpair {l.Label}").Id)),
    };

    private static TerminalState Ask(TerminalState state, TerminalAct act) => state with { Waiting = act };
}
