namespace PairingLab.Commander.Core;

/// <summary>What time brings by itself: OTPs, sessions, sign-ins and certificates end.</summary>
internal static class DueEvents
{
    /// <summary>Adds the events that are due and returns the state after them.</summary>
    public static CommanderState Pass(CommanderState state, DateTimeOffset now, CommanderSettings settings, List<ICommanderEvent> events)
    {
        // The service can only stop once its session has ended, so the order matters.
        state = Apply(state, SessionEnds(state, now, settings), events);
        state = Apply(state, ServiceStops(state, now), events);
        state = Apply(state, state.SiteOtp is { } otp && now >= otp.Until ? [new SiteOtpEnded()] : [], events);
        state = Apply(state, SignInsEnd(state, now, settings), events);
        return Apply(state, CertificatesAge(state, now, settings), events);
    }

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? Next(CommanderState state, CommanderSettings settings)
    {
        var next = state.Paired.Values
            .SelectMany(p => DuesOf(p, settings))
            .Concat(state.SignIns.Values.Select(s => s.LastSeen + settings.SignInIdles))
            .Append(state.SiteOtp?.Until ?? DateTimeOffset.MaxValue)
            .Append(state.Session?.Until ?? state.Service?.Until ?? DateTimeOffset.MaxValue)
            .Min();
        return next == DateTimeOffset.MaxValue ? null : next;
    }

    private static IEnumerable<DateTimeOffset> DuesOf(PairedWorkstation paired, CommanderSettings settings)
    {
        if (!paired.RenewalAnnounced)
        {
            yield return paired.NotAfter - settings.RenewalWindow;
        }

        if (!paired.Expired)
        {
            yield return paired.NotAfter;
        }
    }

    private static IEnumerable<ICommanderEvent> SessionEnds(CommanderState state, DateTimeOffset now, CommanderSettings settings) =>
        state.Session is { } session && now >= session.Until
            ? [Pairing.Failed(state, session, session.Until, settings, wrongOtp: false)]
            : [];

    private static IEnumerable<ICommanderEvent> ServiceStops(CommanderState state, DateTimeOffset now) =>
        state is { Session: null, Service: { } service } && now >= service.Until ? [new PairingServiceStopped()] : [];

    private static IEnumerable<ICommanderEvent> SignInsEnd(CommanderState state, DateTimeOffset now, CommanderSettings settings) =>
        state.SignIns.Values.Where(s => now >= s.LastSeen + settings.SignInIdles).Select(s => new UserSignedOut(s.Id)).ToList();

    private static IEnumerable<ICommanderEvent> CertificatesAge(CommanderState state, DateTimeOffset now, CommanderSettings settings)
    {
        var events = new List<ICommanderEvent>();
        foreach (var paired in state.Paired.Values)
        {
            if (!paired.RenewalAnnounced && now >= paired.NotAfter - settings.RenewalWindow)
            {
                events.Add(new RenewalScheduled(paired.Workstation, now));
            }

            if (!paired.Expired && now >= paired.NotAfter)
            {
                events.Add(new CertificateExpired(paired.Workstation, now));
            }
        }

        return events;
    }

    private static CommanderState Apply(CommanderState state, IEnumerable<ICommanderEvent> due, List<ICommanderEvent> events)
    {
        foreach (var happened in due)
        {
            events.Add(happened);
            state = CommanderCore.Apply(state, happened);
        }

        return state;
    }
}
