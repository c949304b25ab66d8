using System.Globalization;
using System.Text.Json.Serialization;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>
/// What a terminal does, the body of <c>POST /v1/terminals/{id}/acts</c>; the terminals' own protocol is not public, so it is the lab's.
/// </summary>
/// <param name="Do">start-pairing, confirm, decline, cancel, unpair, busy, idle, rename, configure, accept, tip, signature, approved,
/// declined or cancelled.</param>
/// <param name="Id">The pairing or transaction that it is about.</param>
/// <param name="Text">Rename: the nickname. Tip: cents.</param>
/// <param name="Options">Configure: how the terminal takes payments.</param>
/// <param name="Printed">Approved and declined: whether the terminal has printed the customer's receipt.</param>
public sealed record TerminalAct(string? Do, string? Id = null, string? Text = null, TerminalOptions? Options = null, bool Printed = false)
{
    /// <summary>Begins a pairing.</summary>
    public const string StartPairing = "start-pairing";

    private const int LongestNickname = 40;
    private const int LargestSurcharge = 1000;

    /// <summary>The command; null when it is none.</summary>
    public ISciCommand? Command(string terminal) => Do switch
    {
        "confirm" => new ConfirmPairing(terminal, Id ?? ""),
        "decline" => new DeclinePairing(terminal, Id ?? ""),
        "cancel" => new CancelPairing(terminal, Id ?? ""),
        "unpair" => new UnpairAtTerminal(terminal, Id ?? ""),
        "busy" => new SetBusy(terminal, Busy: true),
        "idle" => new SetBusy(terminal, Busy: false),
        "rename" when Text is { Length: > 0 and <= LongestNickname } && !Text.Any(char.IsControl) => new NameTerminal(terminal, Text),
        "accept" => new AcceptTransaction(terminal, Id ?? ""),
        "configure" when Options is { Surcharge: >= 0 and <= LargestSurcharge } => new ConfigureTerminal(terminal, Options),
        "tip" when long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var tip) =>
            new TakeTip(terminal, Id ?? "", tip),
        "signature" => new TakeSignature(terminal, Id ?? ""),
        "approved" => new FinishTransaction(terminal, Id ?? "", TransactionResult.Approved, Printed),
        "declined" => new FinishTransaction(terminal, Id ?? "", TransactionResult.Declined, Printed),
        "cancelled" => new FinishTransaction(terminal, Id ?? "", TransactionResult.Cancelled),
        _ => null,
    };
}

/// <summary>All that a terminal is told of itself; what the tenant sends over its link, and answers to its acts.</summary>
/// <param name="Version">Counts up; an older view is passed over.</param>
/// <param name="Tid">The TID assigned to it.</param>
/// <param name="Nickname">The nickname configured on it.</param>
/// <param name="Tenant">The tenant it belongs to.</param>
/// <param name="Busy">Whether it is busy with something of its own.</param>
/// <param name="Pairing">The pairing it last began; null before the first.</param>
/// <param name="Paired">Its active pairings, the oldest first.</param>
/// <param name="Transaction">The transaction on its screen; null when there is none.</param>
public sealed record TerminalView(
    long Version,
    string Tid,
    string Nickname,
    string Tenant,
    bool Busy,
    TerminalPairing? Pairing,
    IReadOnlyList<TerminalPairing> Paired,
    TerminalTransaction? Transaction)
{
    /// <summary>How it takes payments.</summary>
    public TerminalOptions Options { get; init; } = new();

    /// <summary>The view of a terminal; null when SCI does not know it.</summary>
    public static TerminalView? Of(SciState state, string id)
    {
        if (!state.Terminals.TryGetValue(id, out var terminal))
        {
            return null;
        }

        var began = terminal.Pairing is { } last ? state.Pairings.GetValueOrDefault(last) : null;
        return new(
            terminal.Version,
            terminal.Tid,
            terminal.Nickname,
            terminal.Tenant,
            terminal.Busy,
            began is null ? null : TerminalPairing.Of(began),
            [.. terminal.Active.Select(p => TerminalPairing.Of(state.Pairings[p]))],
            terminal.Transaction is { } purchase ? TerminalTransaction.Of(state.Transactions[purchase]) : null)
        {
            Options = terminal.Options,
        };
    }
}

/// <summary>A pairing, as its terminal sees it.</summary>
/// <param name="Id">"pid_…".</param>
/// <param name="Status">How far it is.</param>
/// <param name="Nickname">The pairing nickname; null without one.</param>
/// <param name="Code">The pairing code while it may be entered; else null.</param>
/// <param name="ConfirmationCode">The confirmation code once there is one to be shown; else null.</param>
public sealed record TerminalPairing(
    string Id,
    PairingStatus Status,
    string? Nickname,
    [property: JsonPropertyName("pairing_code")] string? Code,
    [property: JsonPropertyName("confirmation_code")] string? ConfirmationCode)
{
    /// <summary>The terminal's side of a pairing.</summary>
    public static TerminalPairing Of(Pairing p) => new(
        p.Id,
        p.Status,
        p.Nickname,
        p.Status == PairingStatus.Initial ? p.Code : null,
        p.Status == PairingStatus.Progressed ? p.ConfirmationCode : null);
}

/// <summary>A transaction, as its terminal sees it.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Amount">Cents, all parts together.</param>
/// <param name="IsNew">Whether the terminal has yet to take it.</param>
/// <param name="AwaitsPos">Whether the POS must judge the customer's signature, or give a tip.</param>
public sealed record TerminalTransaction(string Id, long Amount, bool IsNew, bool AwaitsPos = false)
{
    /// <summary>What it is.</summary>
    public TransactionType Type { get; init; }

    /// <summary>How far it is.</summary>
    public TransactionStage Stage { get; init; } = TransactionStage.Card;

    /// <summary>The parts of the amount.</summary>
    public Amounts Amounts { get; init; } = Amounts.None;

    /// <summary>Whether the POS has asked for it to be cancelled.</summary>
    public bool CancelAsked { get; init; }

    /// <summary>What the terminal does about it by itself.</summary>
    public Plays Plays { get; init; }

    /// <summary>Whether the terminal prints the merchant's receipt.</summary>
    public bool PrintsMerchantReceipt { get; init; }

    /// <summary>Whether the terminal asks the customer about a receipt.</summary>
    public bool PromptsCustomerReceipt { get; init; }

    /// <summary>The receipt to be signed, where the terminal prints it; else null.</summary>
    public string? ToBeSigned { get; init; }

    /// <summary>The terminal's side of a transaction.</summary>
    public static TerminalTransaction Of(Transaction t) => new(t.Id, t.Amounts.Total, t.Stage == TransactionStage.New, t.AwaitsPos)
    {
        Type = t.Order.Type,
        Stage = t.Stage,
        Amounts = t.Amounts,
        CancelAsked = t.CancelAsked,
        Plays = t.Plays,
        PrintsMerchantReceipt = t.Order.Flags.PrintMerchantReceipt,
        PromptsCustomerReceipt = t.Order.Flags.PromptCustomerReceipt,
        ToBeSigned = t.Stage == TransactionStage.SignatureOnTerminal ? Receipts.Merchant(t) : null,
    };
}
