namespace PairingLab.TerminalTrust.Core;

/// <summary>Master: serves paired terminals only.</summary>
internal static class Master
{
    public static IEnumerable<IServerEvent> Decide(ServerState state, AskStatus c, DateTimeOffset now)
    {
        if (!state.Trusted.TryGetValue(c.Fingerprint, out var serial))
        {
            return [new MasterAnswered(RejectionReason.NotPaired)];
        }

        var terminal = state.Terminals[serial];
        if ((!terminal.Active ? RejectionReason.Unknown : !terminal.MayComeFrom(c.Address) ? RejectionReason.IpWhitelist
            : state.Rules.RejectionOf(c.Address, now)) is { } reason)
        {
            return
            [
                .. terminal.Rejection?.Reason == reason
                    ? Array.Empty<IServerEvent>()
                    : [new Logged(serial, reason == RejectionReason.IpWhitelist ? EventCode.IpWhitelistRejected : EventCode.Rejected, now)],
                new TerminalRejected(serial, reason, now),
                new MasterAnswered(reason),
            ];
        }

        return
        [
            .. terminal.Session is null ? Connected(state, serial, now) : [],
            new SessionServed(serial, c.ThroughVpn, now),
            new MasterAnswered(null),
        ];
    }

    private static IEnumerable<IServerEvent> Connected(ServerState state, string serial, DateTimeOffset now)
    {
        if (state.Log.LastOrDefault(e => e.Serial == serial && (e.Code is EventCode.WentOffline or EventCode.BackOnline))
            is { Code: EventCode.WentOffline })
        {
            yield return new Logged(serial, EventCode.BackOnline, now);
        }

        yield return new Logged(serial, EventCode.Connected, now);
    }

    public static ServerState? Apply(ServerState state, IServerEvent happened) => happened switch
    {
        SessionServed e => state.With(e.Serial, t => t with { Session = new(e.At, e.ThroughVpn), LastHeard = e.At, Rejection = null }),
        SessionEnded e => state.With(e.Serial, t => t with { Session = null }),
        _ => null,
    };
}
