using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using static PairingLab.Sci.Devices.Terminal.TerminalPage;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>What a terminal does at a button or at a word of its tenant. What it asks of the tenant is <see cref="TerminalState.Waiting"/>.</summary>
public static class TerminalDecisions
{
    /// <summary>The state after a button.</summary>
    public static TerminalState Press(TerminalState state, string button) =>
        state.Waiting is not null ? state
        : button == "Go offline" ? new TerminalState { Online = false, View = state.View, Seen = state.Seen }
        : button == "Go online" ? state with { Online = true }
        : state.Message is not null ? state with { Message = null }
        : state.View is not { } view ? state
        : view.Transaction is { } purchase ? OnPurchase(state, purchase, button)
        : view.Busy ? Ask(state, new("idle"))
        : Unseen(state) is { } pairing ? OnPairing(state, pairing, button)
        : OnMenu(state, view, button);

    /// <summary>The pairing that is on the screen: one under way, or one whose outcome nobody has seen yet.</summary>
    public static TerminalPairing? Unseen(TerminalState state) => state.View?.Pairing is { } p && p.Id != state.Seen ? p : null;

    /// <summary>The state with the nickname typed.</summary>
    public static TerminalState Type(TerminalState state, string text) => state with { Typed = text };

    /// <summary>The state after the tenant's word. A terminal that has just been switched on does not tell of old pairings.</summary>
    public static TerminalState Hear(TerminalState state, TerminalView view)
    {
        if (state.View is { } known && view.Version < known.Version)
        {
            return state;
        }

        var seen = state.View is null && view.Pairing is { Status: not (PairingStatus.Initial or PairingStatus.Progressed) } old ? old.Id : state.Seen;
        state = state with { View = view, Seen = seen };
        return view.Transaction is { IsNew: true } purchase && state.Waiting is null ? Ask(state, new("accept", purchase.Id)) : state;
    }

    /// <summary>The state after the answer to an act; its view has come before.</summary>
    public static TerminalState Answered(TerminalState state, string? refusal)
    {
        var act = state.Waiting;
        state = state with { Waiting = null, Message = act?.Do == "accept" ? state.Message : refusal };
        return (refusal, act?.Do) switch
        {
            (null, "rename") => state with { Page = Home, Typed = null },
            (null, "cancel") => state with { Seen = act.Id },
            _ => state,
        };
    }

    private static TerminalState OnPurchase(TerminalState state, TerminalTransaction purchase, string button) => purchase.AwaitsPos && button != "Cancel" ? state : button switch
    {
        "Approve" => Ask(state, new("approved", purchase.Id)),
        "Signature" => Ask(state, new("signature", purchase.Id)),
        "Decline" => Ask(state, new("declined", purchase.Id)),
        "Cancel" => Ask(state, new("cancelled", purchase.Id)),
        _ => state,
    };

    private static TerminalState OnPairing(TerminalState state, TerminalPairing pairing, string button) => (pairing.Status, button) switch
    {
        (PairingStatus.Initial, "Cancel") => Ask(state, new("cancel", pairing.Id)),
        (PairingStatus.Progressed, "Confirm") => Ask(state, new("confirm", pairing.Id)),
        (PairingStatus.Progressed, "Decline") => Ask(state, new("decline", pairing.Id)),
        (_, "OK") => state with { Seen = pairing.Id, Page = Home },
        _ => state,
    };

    private static TerminalState OnMenu(TerminalState state, TerminalView view, string button) => (state.Page, button) switch
    {
        (Home, "Pair with POS") => Ask(state, new(TerminalAct.StartPairing)),
        (Home, "Pairings") => state with { Page = Pairings },
        (Home, "Settings") => state with { Page = Settings, Typed = view.Nickname },
        (Home, "Settlement") => Ask(state, new("busy")),
        (_, "Back") => state with { Page = Home, Typed = null },
        (Settings, "Save") => Ask(state, new("rename", Text: state.Typed?.Trim())),
        (Pairings, _) when Labels.Of(view.Paired).FirstOrDefault(l => button == $"Unpair {l.Label}") is { Id: { } id } => Ask(state, new("unpair", id)),
        _ => state,
    };

    private static TerminalState Ask(TerminalState state, TerminalAct act) => state with { Waiting = act };
}
