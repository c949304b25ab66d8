using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>
/// One visit to SmartConnect: signs on if need be, says what is to be said and looks what is new. Whatever a cut cable keeps
/// from being done is done at the next visit.
/// </summary>
internal sealed class TerminalVisit(
    TerminalNetwork network, SmartConnectSettings settings, LabClock clock, Func<TerminalState> state, Action<Func<TerminalState, TerminalState>> change)
{
    private static readonly string[] Functions = ["Card.Purchase", "Card.Refund"];

    public async Task RunAsync(CancellationToken cancel)
    {
        if (state().Replaced)
        {
            return;
        }

        try
        {
            _ = (state().Session is not null || await SignOnAsync(cancel).ConfigureAwait(false))
                && await SayAsync(cancel).ConfigureAwait(false)
                && await HearAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            // A person who pressed [Unpair] is told at once; a button that works minutes later would surprise.
            change(s => s is { Unpairing: not null, Online: false } ? s with { Unpairing = null, Message = new("Unpair", TerminalTexts.NotUnpaired) } : s);
        }
    }

    private async Task<bool> SignOnAsync(CancellationToken cancel) =>
        await AskAsync(network.SignOnAsync, (s, reply) => s with { Session = reply.Read<SignOnResponse>().Session, Known = null, PairingsBefore = null, Code = null }, cancel)
            .ConfigureAwait(false);

    private async Task<bool> SayAsync(CancellationToken cancel)
    {
        var s = state();
        if (s.Outcome is { } outcome)
        {
            if (!await AskAsync(network.OutcomeAsync, (t, _) => t.Outcome == outcome ? t with { Outcome = null } : t, cancel).ConfigureAwait(false))
            {
                return false;
            }
        }

        if (s.Unpairing is not null && !await AskAsync(network.UnpairAsync, (t, _) => t with { Unpairing = null }, cancel).ConfigureAwait(false))
        {
            return false;
        }

        return s.Screen == TerminalScreen.Code || s.Code is null
            || await AskAsync(network.HideCodeAsync, (t, _) => t.Screen == TerminalScreen.Code ? t : t with { Code = null }, cancel).ConfigureAwait(false);
    }

    private async Task<bool> HearAsync(CancellationToken cancel)
    {
        if (!await AskAsync(network.LookAsync, Seen, cancel).ConfigureAwait(false))
        {
            return false;
        }

        var s = state();
        if (s.Screen == TerminalScreen.Code && (s.Code is null || clock.GetUtcNow() >= s.Code.RefreshAt)
            && !await AskAsync(network.CodeAsync, Shown, cancel).ConfigureAwait(false))
        {
            return false;
        }

        return s is not { Payment: null, Outcome: null, Message: null or { Until: null }, Known.HasPayment: true }
            || await AskAsync(network.NextAsync, Fetched, cancel).ConfigureAwait(false);
    }

    private static TerminalState Seen(TerminalState s, DeviceReply reply)
    {
        var known = reply.Status == 304 ? s.Known! : reply.Read<DeviceResponse>();
        s = s with { Known = known };
        if (s.Screen != TerminalScreen.Code)
        {
            return s;
        }

        return s.PairingsBefore is { } before && known.Pairings > before
            ? s with { Screen = TerminalScreen.Ready, PairingsBefore = null, Message = new("Pairing", $"{known.LastPaired} is paired with this device.") }
            : s with { PairingsBefore = s.PairingsBefore ?? known.Pairings };
    }

    private TerminalState Shown(TerminalState s, DeviceReply reply)
    {
        var code = reply.Read<PairingCodeResponse>();
        var now = clock.GetUtcNow();
        return s with { Code = new(code.PairingCode, now + TimeSpan.FromSeconds(code.RefreshInSeconds), now + TimeSpan.FromSeconds(code.ExpiresInSeconds)) };
    }

    private TerminalState Fetched(TerminalState s, DeviceReply reply)
    {
        if (reply.Status == 204)
        {
            return s;
        }

        var payment = reply.Read<DevicePaymentResponse>();
        return Functions.Contains(payment.Type, StringComparer.Ordinal)
            ? s with { Payment = payment }
            : s with
            {
                Outcome = new(payment.Id, PaymentOutcome.Unavailable, null),
                Message = new("Payment", $"{payment.Type} is not available on this device.", clock.GetUtcNow() + settings.MessageStays),
            };
    }

    /// <summary>Asks; false when the visit is over, since nobody answered or the device has to sign on again.</summary>
    private async Task<bool> AskAsync(
        Func<TerminalState, CancellationToken, Task<DeviceReply>> ask, Func<TerminalState, DeviceReply, TerminalState> hear, CancellationToken cancel)
    {
        var reply = await ask(state(), cancel).ConfigureAwait(false);
        change(s => reply switch
        {
            { Ok: true } or { Status: 304 } => hear(s, reply) with { Online = true },
            { Error.Code: "replaced" } => new(s.InternalId, s.Serial) { Replaced = true, Outcome = s.Outcome, Online = true },
            { Error.Code: "not_signed_on" } => s with { Session = null, Online = true },
            { Error.Code: "not_its_payment" } => s with { Outcome = null, Online = true },
            { Error.Code: "not_its_register" } => s with { Unpairing = null, Online = true },
            _ => s with { Online = false },
        });
        return reply.Ok || reply.Status == 304 || reply.Error?.Code is "not_its_payment" or "not_its_register";
    }
}
