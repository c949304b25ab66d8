using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>
/// A transaction at a payment device: what needs no person is done at once, the rest waits on the screen for a person, or for the end that
/// the device plays (docs/outcomes.md).
/// </summary>
internal static class TerminalPayment
{
    /// <summary>What a device plays by its own id: "till-plays-insufficient-funds". Null when it says nothing of it.</summary>
    public static Plays? PlaysById(string id)
    {
        const string Mark = "-plays-";
        var at = id.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : PlayedEnd.Parse(id[(at + Mark.Length)..].Replace("-", "", StringComparison.Ordinal));
    }

    /// <summary>A transaction has come.</summary>
    public static TerminalState Begin(
        TerminalState state, DevicePaymentResponse payment, DateTimeOffset now, SmartConnectSettings settings)
    {
        var lacking = settings.DevicesLack.Split(',', StringSplitOptions.TrimEntries);
        if (TransactionType.Find(payment.Type) is not { } type || lacking.Contains(payment.Type, StringComparer.Ordinal))
        {
            var text = $"{payment.Type} is not available on this device.";
            return Tell(state with { Payment = payment }, new(PaymentOutcome.Unavailable), null, text, now, settings);
        }

        if (settings.DeviceMustBeIdle && state.Screen != TerminalScreen.Ready)
        {
            return Tell(
                state with { Payment = payment }, new(PaymentOutcome.Failed), null, TerminalTexts.NotIdle, now, settings);
        }

        if (!type.IsAttended)
        {
            var card = type.Name.StartsWith("Acquirer.", StringComparison.Ordinal) ? Acquirer(state, payment) : null;
            var done = Tell(state with { Payment = payment }, new(PaymentOutcome.Accepted), card, TerminalTexts.Done, now, settings);
            return done with { Message = done.Message! with { Title = type.Title } };
        }

        DateTimeOffset? ends = PlayedEnd.For(state.Plays, payment.Amount) switch
        {
            Plays.Person => null,
            Plays.TimeOut => now + settings.CardPatience,
            _ => now + settings.PlaysAfter,
        };
        return state with { Payment = payment, PlayAt = ends, Tip = "" };
    }

    /// <summary>The state after a button of a person.</summary>
    public static TerminalState Press(
        TerminalState state, string button, DateTimeOffset now, SmartConnectSettings settings) => button switch
        {
            "Approve" when state.TipCents is not null => End(state, Plays.Approve, now, settings),
            "Read card" when state.Payment!.Type == "Terminal.ReadCard" => End(state, Plays.Approve, now, settings),
            "Decline" => End(state, Plays.Decline, now, settings),
            "Cancel" => End(state, Plays.Cancel, now, settings),
            _ => state,
        };

    /// <summary>The end that it plays is due.</summary>
    public static TerminalState Play(TerminalState state, DateTimeOffset now, SmartConnectSettings settings)
    {
        var plays = PlayedEnd.For(state.Plays, state.Payment!.Amount);
        var ended = End(state, plays, now, settings);

        // What is being asked is lost too; what came of the payment is told when the network is back.
        return plays == Plays.LoseNetwork
            ? ended with { NetworkBackAt = now + settings.NetworkLost, Asking = null, AskAt = null, Online = false }
            : ended;
    }

    /// <summary>What the device adds to an amount by itself, in cents; half a cent is rounded up.</summary>
    public static long Surcharge(DevicePaymentResponse payment, SmartConnectSettings settings) =>
        TransactionType.Find(payment.Type) is { AddsUp: true }
            ? (long)Math.Round(
                (payment.Amount - (payment.Cash ?? 0)) * settings.SurchargePercent / 100, MidpointRounding.AwayFromZero)
            : 0;

    private static TerminalState End(TerminalState state, Plays plays, DateTimeOffset now, SmartConnectSettings settings)
    {
        var payment = state.Payment!;
        var end = PlayedEnd.Of(plays);
        var isAccepted = end.Outcome == PaymentOutcome.Accepted;
        var report = new OutcomeReport(
            isAccepted ? Surcharge(payment, settings) : 0, isAccepted ? state.TipCents ?? 0 : 0, end.Reason, end.IsSigned);
        var text = (end.Outcome, plays) switch
        {
            (PaymentOutcome.Accepted, Plays.Sign) => "Approved with signature",
            (PaymentOutcome.Accepted, _) => payment.Type == "Terminal.ReadCard" ? "Card read" : "Approved",
            (PaymentOutcome.Declined, _) => "Declined",
            (PaymentOutcome.Cancelled, Plays.TimeOut) => "No card was presented in time",
            (PaymentOutcome.Cancelled, _) => "Cancelled",
            (PaymentOutcome.Unavailable, _) => $"{payment.Type} is not available on this device.",
            _ => "Failed",
        };
        var card = end.Outcome is PaymentOutcome.Accepted or PaymentOutcome.Declined ? CardOf(state, isAccepted) : null;
        return Tell(state, end, card, text, now, settings, report == new OutcomeReport() ? null : report);
    }

    private static TerminalState Tell(
        TerminalState state,
        PlayedEnd end,
        CardDetails? card,
        string text,
        DateTimeOffset now,
        SmartConnectSettings settings,
        OutcomeReport? report = null) => state with
        {
            Payment = null,
            PlayAt = null,
            Tip = "",
            Memory = state.Memory with { Outcome = new(state.Payment!.Id, end.Outcome, card, report) },
            Message = new("Payment", text, now + settings.MessageStays),
        };

    /// <summary>
    /// The card that a person would hold to a simulated device: a test number, masked as a real device masks it. The issuer gives an
    /// authorisation with an approval only; a QR code and a card that is only read have less.
    /// </summary>
    private static CardDetails CardOf(TerminalState state, bool isAccepted)
    {
        var payment = state.Payment!;
        var acquirer = Acquirer(state, payment);
        return TransactionType.Find(payment.Type) switch
        {
            { IsFinancial: false } => new(null, null, acquirer.TerminalRef, "....1111", "VISA", null),
            { IsQr: true } => acquirer with { AuthId = isAccepted ? Reference(payment) : null, CardType = "QR" },
            _ => acquirer with
            {
                AuthId = isAccepted ? Reference(payment) : null,
                CardPan = "....1111",
                CardType = "VISA",
                AccountType = "CREDIT",
            },
        };
    }

    private static CardDetails Acquirer(TerminalState state, DevicePaymentResponse payment) =>
        new(null, $"ACQ{Reference(payment)}", $"{state.Serial}-{Reference(payment)}", null, null, null);

    private static string Reference(DevicePaymentResponse payment) => payment.Id[..Math.Min(6, payment.Id.Length)].ToUpperInvariant();
}
