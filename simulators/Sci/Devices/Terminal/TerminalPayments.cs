using System.Globalization;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>A terminal with a transaction on its screen: what is pressed, and what it does by itself.</summary>
internal static class TerminalPayments
{
    private const string Approved = "approved";
    private const string Declined = "declined";
    private const string Cancelled = "cancelled";
    private const int Whole = 100;

    public static TerminalState Press(TerminalState state, TerminalTransaction t, string button) =>
        state.Choice is { } choice ? Send(state, t, choice with { Printed = button == "Print receipt" })
        : button switch
        {
            "Approve" or "Settle" or "Accept signature" => Result(state, t, new(Approved, t.Id)),
            "Decline" or "Reject signature" => Result(state, t, new(Declined, t.Id)),
            "Signature" => Ask(state, new("signature", t.Id)),
            "Cancel" => Ask(state, new(Cancelled, t.Id)),
            _ => Ask(state, Tip(t, TerminalPanel.TipPercents[button])),
        };

    /// <summary>
    /// A transaction is taken onto the screen at once. A terminal that plays goes on by itself, and one that is told to cancel does.
    /// </summary>
    public static TerminalState ActByItself(TerminalState state, DateTimeOffset now, SciSettings settings)
    {
        if (state.View?.Transaction is not { } t)
        {
            return state with { Choice = null, LateAt = null };
        }

        return state.Waiting is not null || state.Link < LinkStatus.Up ? state
            : t.IsNew ? ByItself(state with { Printed = [] }, new("accept", t.Id))
            : t.CancelAsked && t.Plays is not (Plays.ApproveLate or Plays.TimeOut) ? ByItself(state, new(Cancelled, t.Id))
            : Play(state, t, now, settings);
    }

    /// <summary>
    /// What a terminal has printed, once its tenant has taken the result. That the transaction is over may be heard before the answer.
    /// </summary>
    public static TerminalState Print(TerminalState state, TerminalAct act) =>
        act.Do is Approved or Declined ? state with { Printed = state.ToPrint } : state;

    private static TerminalState Play(TerminalState state, TerminalTransaction t, DateTimeOffset now, SciSettings settings) =>
        (t.Plays, t.Stage) switch
        {
            (Plays.Person or Plays.TimeOut, _) => state,
            (_, TransactionStage.TipOnTerminal) => ByItself(state, Tip(t, 0)),
            (_, TransactionStage.SignatureOnTerminal) => ByItself(state, new(Approved, t.Id)),
            (_, not TransactionStage.Card) => state,
            (Plays.Decline, _) => ByItself(state, new(Declined, t.Id)),
            (Plays.Cancel, _) => ByItself(state, new(Cancelled, t.Id)),
            (Plays.Sign, _) => ByItself(state, new("signature", t.Id)),
            (Plays.LoseNetwork, _) when state.Outage != t.Id =>
                state with { Outage = t.Id, Link = LinkStatus.Down, BeatAt = now + settings.PlayedDelay },
            (Plays.ApproveLate, _) when state.LateAt is null => state with { LateAt = now + settings.PlayedDelay },
            (Plays.ApproveLate, _) when state.LateAt > now => state,
            _ => ByItself(state with { LateAt = null }, new(Approved, t.Id)),
        };

    private static TerminalAct Tip(TerminalTransaction t, int percent) =>
        new("tip", t.Id, (t.Amounts.Purchase * percent / Whole).ToString(CultureInfo.InvariantCulture));

    /// <summary>With the flag prompt_customer_receipt the customer is asked before the result is sent.</summary>
    private static TerminalState Result(TerminalState state, TerminalTransaction t, TerminalAct act) =>
        t.PromptsCustomerReceipt ? state with { Choice = act } : Send(state, t, act);

    private static TerminalState Send(TerminalState state, TerminalTransaction t, TerminalAct act) => Ask(state, act) with
    {
        ToPrint =
        [
            .. t.PrintsMerchantReceipt ? [TerminalTexts.MerchantReceipt] : Array.Empty<string>(),
            .. act.Printed ? [TerminalTexts.CustomerReceipt] : Array.Empty<string>(),
        ],
    };

    private static TerminalState Ask(TerminalState state, TerminalAct act) => state with { Waiting = act, Choice = null };

    private static TerminalState ByItself(TerminalState state, TerminalAct act) => state with { Waiting = act, ByItself = true };
}

/// <summary>What can be chosen about payments on a terminal, page by page.</summary>
internal static class OptionChoices
{
    private static readonly int[] Rates = [0, 100, 150, 200];

    /// <summary>The buttons of a page; none for a page without choices.</summary>
    public static IEnumerable<string> Of(TerminalPage page) => All(page).Select(c => c.Button);

    /// <summary>What a button sets; null when it is none of the page's.</summary>
    public static Func<TerminalOptions, TerminalOptions>? Find(TerminalPage page, string button) =>
        All(page).FirstOrDefault(c => c.Button == button).Set;

    /// <summary>What is set, a line each.</summary>
    public static IReadOnlyList<string> Lines(TerminalOptions set) =>
        [$"Tipping: {Name(set.Tipping)}", $"Surcharge: {Percent(set.Surcharge)}", $"Plays: {Word(set.Plays)}"];

    private static IEnumerable<(string Button, Func<TerminalOptions, TerminalOptions> Set)> All(TerminalPage page) => page switch
    {
        TerminalPage.Tipping => Enum.GetValues<Tipping>().Select(t => (Name(t), Choice(o => o with { Tipping = t }))),
        TerminalPage.Surcharge => Rates.Select(r => (Percent(r), Choice(o => o with { Surcharge = r }))),
        TerminalPage.Outcomes => Enum.GetValues<Plays>().Select(p => ($"Play {Word(p)}", Choice(o => o with { Plays = p }))),
        _ => [],
    };

    private static Func<TerminalOptions, TerminalOptions> Choice(Func<TerminalOptions, TerminalOptions> set) => set;

    private static string Name(Tipping tipping) => tipping switch
    {
        Tipping.OnTerminal => "On the terminal",
        Tipping.OnPos => "On the POS",
        _ => "Off",
    };

    private static string Percent(int hundredths) => string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100m:0.##} %");

    /// <summary>"lost answer" for LostAnswer.</summary>
    private static string Word(Plays plays) => string.Concat(plays.ToString().Select(
        (c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
