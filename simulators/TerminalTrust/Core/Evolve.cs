using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>State + event → state.</summary>
public static class Evolve
{
    /// <summary>A hosted server runs for years; older events are let go.</summary>
    private const int EventsKept = 200;

    /// <summary>The state after an event.</summary>
    public static ServerState After(ServerState state, IServerEvent happened) => happened switch
    {
        TerminalCreated e => state with { Terminals = state.Terminals.Add(e.Serial, new(e.Serial)) },
        TerminalHeard e => Change(state, e.Serial, t => t with { Firmware = e.Firmware, LastHeard = e.At }),
        VpnGenerated e => Change(state, e.Serial, t => t with { VpnKey = e.Key }),
        ActiveSet e => Change(state, e.Serial, t => t with { Active = e.Active, Session = e.Active ? t.Session : null }),
        SessionServed e => Change(state, e.Serial, t => t with { Session = new(e.At, e.ThroughVpn), LastHeard = e.At, Rejection = null }),
        SessionEnded e => Change(state, e.Serial, t => t with { Session = null }),
        RejectionForgotten e => Change(state, e.Serial, t => t with { Rejection = null }),

        // Another certificate under its serial number says nothing of the session of the right one.
        TerminalRejected { Reason: RejectionReason.FingerprintMismatch } e => Change(state, e.Serial, t => t with { Rejection = new(e.Reason, e.At) }),
        TerminalRejected e => Change(state, e.Serial, t => t with { Rejection = new(e.Reason, e.At), Session = null, LastHeard = e.At }),
        RulesChanged e => state with { Rules = e.Rules },
        Logged e => state with { Log = (state.Log.Count < EventsKept ? state.Log : state.Log.RemoveAt(0)).Add(new(e.At, e.Serial, e.Code)) },
        GateAnswered or MasterAnswered or Refused => state,
        _ => AfterPairing(state, happened),
    };

    private static ServerState AfterPairing(ServerState state, IServerEvent happened) => happened switch
    {
        RequestHeard e => state with
        {
            Requests = state.Requests.SetItem(e.Request, new(e.Request, state.Requests.GetValueOrDefault(e.Request)?.Since ?? e.At, e.At)),
        },
        RequestDropped e => state with { Requests = state.Requests.Remove(e.Request) },
        RequestRefused e => Change(state, e.Request.Serial, t => t with { Refused = t.Refused.Add(e.Request.Fingerprint) }) with
        {
            Requests = state.Requests.Remove(e.Request),
        },
        TerminalPaired e => Change(state, e.Serial, t => t with { Fingerprint = e.Fingerprint, PairedAt = e.At }) with
        {
            Requests = WithoutRequestsOf(state, e.Serial),
            Trusted = state.Trusted.Add(e.Fingerprint, e.Serial),
        },
        TerminalUnpaired e => Change(state, e.Serial, Distrust) with
        {
            Requests = WithoutRequestsOf(state, e.Serial),
            Trusted = e.Fingerprint is { } old ? state.Trusted.Remove(old) : state.Trusted,
        },
        FingerprintsLost => state with
        {
            Terminals = ServerState.New.Terminals.AddRange(state.Terminals.Values.Select(t => KeyValuePair.Create(t.Serial, Distrust(t)))),
            Trusted = ServerState.New.Trusted,
            Requests = ServerState.New.Requests,
            Upgrades = ServerState.New.Upgrades,
            Queue = [],
        },
        _ => AfterUpgrade(state, happened),
    };

    private static ServerState AfterUpgrade(ServerState state, IServerEvent happened) => happened switch
    {
        UpgradeBegun e => state with { Upgrades = state.Upgrades.SetItem(e.Serial, new(e.Serial, e.Fingerprint, e.From, e.To, 0, 0, e.At)) },
        UpgradeHeld e => Change(state, e.Serial, t => t with { LastHeard = e.At }) with { Upgrades = state.Upgrades.SetItem(e.Serial, state.Upgrades[e.Serial] with { Sent = e.Sent, Total = e.Total, LastHeard = e.At }) },
        UpgradeEnded e => state with { Upgrades = state.Upgrades.Remove(e.Serial) },
        QueueJoined e => state with { Queue = Queued(state, new(e.Serial, e.At)) },
        QueueLeft e => state with { Queue = state.Queue.RemoveAll(w => w.Serial == e.Serial) },
        _ => AfterSignIn(state, happened),
    };

    private static ServerState AfterSignIn(ServerState state, IServerEvent happened) => happened switch
    {
        PasswordAccepted e => state with
        {
            SignIn = new(e.User, e.AwaitsCode, TwoFactor: false, e.At),
            WrongTries = e.AwaitsCode ? state.WrongTries : state.WrongTries.Remove(e.User),
        },
        CodeAccepted e => state with
        {
            SignIn = state.SignIn! with { AwaitsCode = false, TwoFactor = true, LastSeen = e.At },
            WrongTries = state.WrongTries.Remove(state.SignIn.User),
            LastCodes = state.LastCodes.SetItem(state.SignIn.User, e.TimeStep),
        },
        SignInFailed e => state with { WrongTries = state.WrongTries.SetItem(e.User, e.Tries) },
        SignInUsed e => state with { SignIn = state.SignIn! with { LastSeen = e.At } },
        SignedOut => state with { SignIn = null },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that no state knows"),
    };

    private static ServerState Change(ServerState state, string serial, Func<Terminal, Terminal> change) =>
        state with { Terminals = state.Terminals.SetItem(serial, change(state.Terminals[serial])) };

    /// <summary>The VPN files stay (protocol page, lab's choices).</summary>
    private static Terminal Distrust(Terminal terminal) =>
        terminal with { Fingerprint = null, Refused = terminal.Refused.Clear(), Session = null, Rejection = null };

    private static ImmutableDictionary<RequestKey, PairingRequest> WithoutRequestsOf(ServerState state, string serial) =>
        state.Requests.RemoveRange(state.RequestsOf(serial).Select(r => r.Key).ToList());

    private static ImmutableList<WaitingTerminal> Queued(ServerState state, WaitingTerminal waiting)
    {
        var place = state.Queue.FindIndex(w => w.Serial == waiting.Serial);
        return place < 0 ? state.Queue.Add(waiting) : state.Queue.SetItem(place, waiting);
    }
}
