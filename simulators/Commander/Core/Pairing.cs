namespace PairingLab.Commander.Core;

/// <summary>The pairing of one workstation: Pairing Service started, [Pair POS], OTP retrieved, OTP proved, certificate.</summary>
internal static class Pairing
{
    public static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, StartPairingService c, DateTimeOffset now, CommanderSettings settings)
    {
        if (SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var until = now + settings.ServiceWindow;
        return [new SignInUsed(c.SignInId, now), new PairingServiceStarted(until, until + settings.EntryWindow + settings.RetryWindow)];
    }

    public static CommanderState Apply(CommanderState state, PairingServiceStarted e) => state with { Service = new(e.Until, e.EndBy) };

    public static CommanderState Apply(CommanderState state, PairingServiceStopped _) => state with { Service = null };

    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, BeginPairing c, DateTimeOffset now, CommanderSettings settings)
    {
        if (!c.IsVerifone)
        {
            return [new Refused(Refusal.ThirdPartyPos)];
        }

        // A workstation that begins again (after a power cut, say) takes over its own session; any other one has to wait.
        var isOwn = state.Session?.Workstation == c.Workstation;
        if (state.Session is not null && !isOwn)
        {
            return [new Refused(Refusal.AnotherIsPairing)];
        }

        return state.Service is not { } service || now >= (isOwn ? service.EndBy : service.Until)
            ? [new Refused(Refusal.ServiceNotRunning)]
            : [new PairingBegun(c.SessionId, c.Workstation, c.Otp, now + settings.RetrieveWindow, now + settings.EntryWindow)];
    }

    public static CommanderState Apply(CommanderState state, PairingBegun e) =>
        state with { Session = new(e.SessionId, e.Workstation, e.Otp, e.RetrieveUntil, e.EnterUntil) };

    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, RetrievePairingOtp c, DateTimeOffset now)
    {
        if (SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var used = new SignInUsed(c.SignInId, now);
        return state.Session is { } session && now < session.RetrieveUntil
            ? [used, new PairingOtpRetrieved(session.Id, session.Otp)]
            : [used, new Refused(Refusal.NothingToRetrieve)];
    }

    public static CommanderState Apply(CommanderState state, PairingOtpRetrieved _) =>
        state with { Session = state.Session! with { Retrieved = true } };

    public static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, CompletePairing c, DateTimeOffset now, CommanderSettings settings)
    {
        if (state.Session is not { } session || session.Id != c.SessionId)
        {
            return [new Refused(Refusal.SessionOver)];
        }

        // Nobody can have read an OTP that was never retrieved: a right proof was guessed.
        return c.ProofRight && session.Retrieved
            ? [new WorkstationPaired(session.Workstation, c.Thumbprint, now, c.NotAfter), .. StopIfOver(state, now)]
            : [.. WrongOtp(state, session, now, settings), new Refused(Refusal.WrongPairingOtp)];
    }

    public static CommanderState Apply(CommanderState state, WorkstationPaired e) => state with
    {
        Session = null,
        Service = state.Service is { } service ? service with { WrongOtps = 0 } : null,
        Paired = state.Paired.SetItem(e.Workstation, new(e.Workstation, e.Thumbprint, e.At, e.NotAfter)),
    };

    public static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, CancelPairing c, DateTimeOffset now, CommanderSettings settings) =>
        state.Session is { } session && session.Id == c.SessionId
            ? [Failed(state, session, now, settings, wrongOtp: false)]
            : [new Refused(Refusal.SessionOver)];

    public static CommanderState Apply(CommanderState state, PairingFailed e) => state with
    {
        Session = null,
        Service = state.Service is { } service
            ? service with { Until = e.RetryUntil, WrongOtps = service.WrongOtps + (e.WrongOtp ? 1 : 0) }
            : null,
    };

    /// <summary>The session ends unpaired; Commander POS pairing guide: "press [Pair POS] again within two minutes".</summary>
    public static PairingFailed Failed(
        CommanderState state, PairingSession session, DateTimeOffset at, CommanderSettings settings, bool wrongOtp) =>
        new(session.Id, session.Workstation, state.Service?.RetryUntil(at, settings.RetryWindow) ?? at, wrongOtp);

    private static IEnumerable<ICommanderEvent> WrongOtp(
        CommanderState state, PairingSession session, DateTimeOffset now, CommanderSettings settings)
    {
        yield return Failed(state, session, now, settings, wrongOtp: true);
        if (state.Service is { } service && service.WrongOtps + 1 >= settings.WrongPairingOtpsBeforeStop)
        {
            yield return new PairingServiceStopped();
        }
    }

    private static IEnumerable<ICommanderEvent> StopIfOver(CommanderState state, DateTimeOffset now) =>
        state.Service is { } service && now >= service.Until ? [new PairingServiceStopped()] : [];
}
