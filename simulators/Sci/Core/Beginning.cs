using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Core;

/// <summary>The first half of a pairing: the code on the terminal, and the POS that sends it.</summary>
internal static class Beginning
{
    public static IEnumerable<ISciEvent> On(SciState state, StartPairing c, DateTimeOffset now, SciSettings settings)
    {
        if (!state.Terminals.TryGetValue(c.Terminal, out var terminal))
        {
            return [new Refused(Refusal.TerminalUnknown)];
        }

        if (terminal.Busy || terminal.Transaction is not null)
        {
            return [new Refused(Refusal.TerminalBusy)];
        }

        var started = new Pairing(
            c.PairingId, c.KeyId, c.Terminal, terminal.Tenant, c.Code, c.ConfirmationCode, c.SecretPartB, terminal.Tid, terminal.Nickname,
            PairingStatus.Initial, now, now + settings.CodeLifetime, null);
        return [.. Ending.UnderWay(state, terminal, now, settings), new PairingStarted(c.Terminal, started)];
    }

    public static IEnumerable<ISciEvent> On(SciState state, ProgressPairing c, DateTimeOffset now, SciSettings settings) =>
        WhyNot(state.PairingOfCode(c.Code), c.IsLiveKey) is { } reason
            ? [new Refused(reason)]
            : Progress(state.PairingOfCode(c.Code)!, c.Nickname, now, settings);

    private static IEnumerable<ISciEvent> Progress(Pairing pairing, string? nickname, DateTimeOffset now, SciSettings settings) =>
        [new PairingProgressed(pairing.Terminal, pairing.Id, nickname, now, now + settings.ConfirmationWindow)];

    /// <summary>Who may not pair with a terminal learns nothing of how far its pairing is: the routes are judged first.</summary>
    private static Refusal? WhyNot(Pairing? pairing, bool isLiveKey) =>
        pairing is null || Tenant.Find(pairing.Tenant) is not { } tenant ? Refusal.PairingNotFound
        : !tenant.IsAuthorised ? Refusal.PairingRouteForbidden
        : tenant.IsLive && !isLiveKey ? Refusal.TestApiKeyForbiddenForLivePairing
        : !tenant.IsLive && isLiveKey ? Refusal.PairingRouteForbidden
        : pairing.Status != PairingStatus.Initial ? Refusal.PairingNotInitial
        : null;
}
