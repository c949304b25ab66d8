using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Trust in a terminal: it asks to be paired, the operator approves or refuses its fingerprint; unpairing ends trust.</summary>
internal static class Approval
{
    /// <summary>A terminal with an unknown fingerprint asks to be paired.</summary>
    public static IEnumerable<IServerEvent> Ask(ServerState state, RequestKey key, DateTimeOffset now, TrustSettings settings)
    {
        // A thief who knows a serial number can ask with any number of certificates: the oldest requests make room.
        var dropped = state.Requests.ContainsKey(key)
            ? []
            : state.RequestsOf(key.Serial).OrderByDescending(r => r.LastAsked).Skip(settings.RequestsPerTerminal - 1)
                .Select(r => new RequestDropped(r.Key));
        return [.. dropped, new RequestHeard(key, now), new GateAnswered(GateAnswer.Pending)];
    }

    public static IEnumerable<IServerEvent> Decide(ServerState state, ApproveRequests c, SignIn by, DateTimeOffset now)
    {
        if (!by.TwoFactor)
        {
            return [new Refused(Refusal.TwoFactorNeeded)];
        }

        if (c.Requests.IsEmpty || !c.Requests.All(state.Requests.ContainsKey))
        {
            return [new Refused(Refusal.NoSuchRequest)];
        }

        var isAmbiguous = c.Requests.DistinctBy(r => r.Serial).Count() < c.Requests.Count
            || c.Requests.DistinctBy(r => r.Fingerprint).Count() < c.Requests.Count
            || c.Requests.Any(r => state.Trusted.ContainsKey(r.Fingerprint));
        return isAmbiguous ? [new Refused(Refusal.Ambiguous)] : c.Requests.Select(r => new TerminalPaired(r.Serial, r.Fingerprint, now));
    }

    public static IEnumerable<IServerEvent> Decide(ServerState state, RefuseRequest c) =>
        state.Requests.ContainsKey(c.Request) ? [new RequestRefused(c.Request)] : [new Refused(Refusal.NoSuchRequest)];

    /// <summary>Unpairing forgets all fingerprints of a terminal: trusted, refused, and those of its pairing requests.</summary>
    public static IEnumerable<IServerEvent> Decide(ServerState state, UnpairTerminal c) =>
        !state.Terminals.TryGetValue(c.Serial, out var terminal) ? [new Refused(Refusal.NoSuchTerminal)]
        : terminal.Fingerprint is null && terminal.Refused.IsEmpty && !state.RequestsOf(c.Serial).Any()
            ? [new Refused(Refusal.NothingToUnpair)]
        : [new TerminalUnpaired(c.Serial, terminal.Fingerprint)];

    public static ServerState? Apply(ServerState state, IServerEvent happened) => happened switch
    {
        RequestHeard e => state with
        {
            Requests = state.Requests.SetItem(e.Request, new(e.Request, state.Requests.GetValueOrDefault(e.Request)?.Since ?? e.At, e.At)),
        },
        RequestDropped e => state with { Requests = state.Requests.Remove(e.Request) },
        RequestRefused e => state.With(e.Request.Serial, t => t with { Refused = t.Refused.Add(e.Request.Fingerprint) }) with
        {
            Requests = state.Requests.Remove(e.Request),
        },
        TerminalPaired e => state.With(e.Serial, t => t with { Fingerprint = e.Fingerprint, PairedAt = e.At, MismatchAt = null }) with
        {
            Requests = WithoutRequestsOf(state, e.Serial),
            Trusted = state.Trusted.Add(e.Fingerprint, e.Serial),
        },
        TerminalUnpaired e => state.With(e.Serial, Distrust) with
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
        _ => null,
    };

    /// <summary>The VPN configuration stays. Lab's choice.</summary>
    private static Terminal Distrust(Terminal terminal) =>
        terminal with { Fingerprint = null, Refused = terminal.Refused.Clear(), Session = null, Rejection = null };

    private static ImmutableDictionary<RequestKey, PairingRequest> WithoutRequestsOf(ServerState state, string serial) =>
        state.Requests.RemoveRange(state.RequestsOf(serial).Select(r => r.Key).ToList());
}

/// <summary>Identifies a pairing request: several certificates may ask under one serial number.</summary>
public readonly record struct RequestKey(string Serial, string Fingerprint);

/// <summary>A terminal that waits for the operator.</summary>
/// <param name="Key">Its serial number and fingerprint.</param>
/// <param name="Since">When it first asked.</param>
/// <param name="LastAsked">When it last asked.</param>
public sealed record PairingRequest(RequestKey Key, DateTimeOffset Since, DateTimeOffset LastAsked);
