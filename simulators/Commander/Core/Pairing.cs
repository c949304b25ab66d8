using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>The pairing of one workstation, from [Pair POS] to the certificate.</summary>
internal static class Pairing
{
    public static IEnumerable<ICommanderEvent> On(CommanderState state, BeginPairing c, DateTimeOffset now, CommanderSettings settings)
    {
        if (!c.IsVerifone)
        {
            return [new Refused(Refusal.ThirdPartyPos)];
        }

        // A workstation that comes again (after a power cut, say) takes its own session over; anybody else has to wait.
        var isOwn = state.Session?.Workstation == c.Workstation;
        if (state.Session is not null && !isOwn)
        {
            return [new Refused(Refusal.AnotherIsPairing)];
        }

        return state.Service is not { } service || now >= (isOwn ? service.EndBy : service.Until)
            ? [new Refused(Refusal.ServiceNotRunning)]
            : [new PairingBegun(c.SessionId, c.Workstation, c.Otp, now + settings.RetrieveWindow, now + settings.EntryWindow)];
    }

    public static IEnumerable<ICommanderEvent> On(CommanderState state, CompletePairing c, DateTimeOffset now, CommanderSettings settings)
    {
        if (state.Session is not { } session || session.Id != c.SessionId)
        {
            return [new Refused(Refusal.SessionOver)];
        }

        // An OTP that nobody retrieved cannot have been read by anybody: whoever "knows" it has guessed.
        return c.ProofRight && session.Retrieved
            ? [new WorkstationPaired(session.Workstation, c.Thumbprint, now, c.NotAfter), .. StopIfOver(state, now)]
            : [.. WrongOtp(state, session, now, settings), new Refused(Refusal.WrongPairingOtp)];
    }

    public static IEnumerable<ICommanderEvent> On(CommanderState state, CancelPairing c, DateTimeOffset now, CommanderSettings settings) =>
        state.Session is { } session && session.Id == c.SessionId
            ? [Failed(state, session, now, settings, wrongOtp: false)]
            : [new Refused(Refusal.SessionOver)];

    /// <summary>The session ends unpaired; seed: "press [Pair POS] again within two minutes".</summary>
    public static PairingFailed Failed(
        CommanderState state, PairingSession session, DateTimeOffset at, CommanderSettings settings, bool wrongOtp) =>
        new(session.Id, session.Workstation, state.Service?.RetryUntil(at, settings.RetryWindow) ?? at, wrongOtp);

    private static IEnumerable<ICommanderEvent> WrongOtp(CommanderState state, PairingSession session, DateTimeOffset now, CommanderSettings settings)
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
