using System.Text.Json;
using PairingLab.Kernel.Panels;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>A POS with a transaction on its screen: the Action Framework, [Cancel], and the question how it ended.</summary>
internal static class PosPayments
{
    /// <summary>A transaction has begun.</summary>
    public static PosState Begin(PosState state, DateTimeOffset now) =>
        Answered(state with { WatchAt = null, HeardAt = now, CancelledAt = null, AsksOutcome = false });

    /// <summary>Nobody has answered: the terminal may have it all the same.</summary>
    public static PosState NotBegun(PosState state, PosReply reply) => reply.ErrorCode is ""
        ? state with { Notice = [.. state.Notice, new(PosTexts.LookAtTerminal, TextRole.Bad)] }
        : state;

    /// <summary>
    /// SCIREC03: the merchant is asked how it ended 60 s after SCI's last answer, and 20 s after [Cancel]; null when there is nothing to
    /// ask. While a person must act on a form nothing is polled, so no silence is counted.
    /// </summary>
    public static DateTimeOffset? AsksOutcomeAt(PosState state, SciSettings settings)
    {
        if (state.Memory.Purchase is not { Result: null } purchase || state.AsksOutcome)
        {
            return null;
        }

        var silent = purchase.IsWatched ? state.HeardAt + settings.OverrideAfter : (DateTimeOffset?)null;
        var cancelled = state.CancelledAt + settings.OverrideAfterCancel;
        return silent is null || cancelled < silent ? cancelled ?? silent : silent;
    }

    /// <summary>Whether the merchant is asked how it ended.</summary>
    public static bool IsAsked(PosState state) =>
        state.Memory.Purchase is { Result: "UNKNOWN" } || (state.AsksOutcome && state.Memory.Purchase is { Result: null });

    /// <summary>The buttons of the form, and [Cancel] where the form has none.</summary>
    public static IEnumerable<string> Buttons(PosState state)
    {
        var purchase = state.Memory.Purchase!;
        var form = purchase.Form.Where(e => e.Type == "button").Select(e => e.Label).Distinct(StringComparer.Ordinal).ToList();
        return IsAsked(state) ? ["Yes", "No"]
            : purchase.IsWatched && !form.Contains("Cancel") ? [.. form, "Cancel"]
            : purchase.Result is not null && form.Count == 0 ? ["OK"]
            : form;
    }

    /// <summary>The inputs of the form.</summary>
    public static IEnumerable<PosElement> Inputs(PosPurchase purchase) => purchase.Form.Where(e => e is { Type: "input", Name: not null });

    public static PosState OnPurchase(PosState state, PosPurchase purchase, string button, DateTimeOffset now)
    {
        if (!Buttons(state).Contains(button))
        {
            return state;
        }

        if (IsAsked(state))
        {
            return Overridden(state, purchase, button == "Yes" ? "APPROVED" : "DECLINED");
        }

        var element = purchase.Form.FirstOrDefault(e => e.Type == "button" && e.Label == button);
        return element switch
        {
            { SubmitUrl: { } url } when url.EndsWith("/cancel", StringComparison.Ordinal) => Cancel(state, purchase, url, now),
            { SubmitUrl: { } url } => PosLogic.Ask(state, new PosRequest.Act(purchase, url, Filled(state, purchase))),
            { Action: { } action } => Do(state, purchase, action),
            _ when button == "Cancel" =>
                Cancel(state, purchase, $"{purchase.Pairing.BaseUrl}{purchase.Order.Path}/{purchase.Id}/cancel", now),
            _ => Close(state),
        };
    }

    /// <summary>
    /// What the API says is newer; an answer that was overtaken changes nothing. Whatever SCI answers, it is not silent: only that the
    /// terminal is not connected brings the merchant no further.
    /// </summary>
    public static PosState AfterNews(PosState state, PosReply reply, DateTimeOffset now) => reply switch
    {
        { Purchase: { } news } when !IsNewer(state, news) => state with { HeardAt = now },
        { Purchase: { } news } => Answered(PosLogic.Quiet(state) with
        {
            Memory = state.Memory with { Purchase = news },
            HeardAt = now,
            AsksOutcome = state.AsksOutcome && state.CancelledAt is not null,
            Typed = state.Typed.Clear(),
        }),
        { NothingNew: true } => state with { HeardAt = now, Notice = state.Notice.RemoveAll(n => n.Role == TextRole.Bad) },
        { NotActive: true } or { ErrorCode: "transaction_not_found" } when state.Memory.Purchase is { } lost => PosLogic.Quiet(state) with
        {
            Memory = state.Memory with { Purchase = lost with { Result = "UNKNOWN", Message = PosTexts.ResultUnknown, Form = [] } },
        },
        _ => PosLogic.Tell(state, reply),
    };

    private static bool IsNewer(PosState state, PosPurchase news) =>
        state.Memory.Purchase is { Result: null } known && known.Id == news.Id && known.Version <= news.Version;

    /// <summary>What is to be done at once.</summary>
    private static PosState Answered(PosState state) => state.Memory.Purchase is { } purchase
        ? purchase.AutoActions.Aggregate(state, (s, action) => Do(s, purchase, action))
        : state;

    private static PosState Cancel(PosState state, PosPurchase purchase, string url, DateTimeOffset now) =>
        PosLogic.Ask(state, new PosRequest.Act(purchase, url, null)) with { CancelledAt = state.CancelledAt ?? now };

    /// <summary>What a button without submit_url means is the POS's business.</summary>
    private static PosState Do(PosState state, PosPurchase purchase, string action) => action switch
    {
        "PRINT_MERCHANT_RECEIPT" => Printed(state, purchase.MerchantReceipt),
        "PRINT_CUSTOMER_RECEIPT" => Printed(state, purchase.CustomerReceipt),
        "TRANSACTION_COMPLETE" or "SETTLEMENT_COMPLETE" => Close(state),
        "RETRY_TRANSACTION" or "RETRY_SETTLEMENT" =>
            Close(state) with { Waiting = new PosRequest.CheckBeforeSale(purchase.Pairing, purchase.Order) },
        "TEST_ACTION" => PosLogic.Good(state, $"TEST_ACTION {Filled(state, purchase)}"),
        _ => PosLogic.Bad(state, $"This POS does not know the action {action}."),
    };

    private static PosState Printed(PosState state, string? receipt) => receipt is null
        ? PosLogic.Bad(state, PosTexts.NoReceipt)
        : state with { Notice = [new(receipt, TextRole.Receipt)] };

    /// <summary>All inputs, the untouched ones too, keyed by name.</summary>
    private static string? Filled(PosState state, PosPurchase purchase) => Inputs(purchase).ToList() is { Count: > 0 } inputs
        ? JsonSerializer.Serialize(
            inputs.DistinctBy(i => i.Name).ToDictionary(i => i.Name!, i => state.Typed.GetValueOrDefault(i.Label, "")), LabJson.Options)
        : null;

    private static PosState Overridden(PosState state, PosPurchase purchase, string result) => PosLogic.Quiet(state) with
    {
        AsksOutcome = false,
        CancelledAt = null,
        WatchAt = null,
        Memory = state.Memory with
        {
            Purchase = purchase with
            {
                Result = result,
                Status = "FINALISED",
                Message = PosTexts.Overridden,
                IsOverridden = true,
                Form = [],
                AutoActions = [],
            },
        },
    };

    private static PosState Close(PosState state) => PosLogic.Quiet(state) with
    {
        Memory = state.Memory with { Purchase = null },
        Page = PosPage.Sale,
        CancelledAt = null,
        AsksOutcome = false,
        WatchAt = null,
    };
}
