using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>A transaction, as its terminal sees it.</summary>
/// <param name="Id">"txn_…".</param>
/// <param name="Amount">Cents.</param>
/// <param name="IsNew">Whether the terminal has yet to take it.</param>
/// <param name="AwaitsPos">Whether the POS must judge the customer's signature.</param>
public sealed record TerminalTransaction(string Id, long Amount, bool IsNew, bool AwaitsPos = false)
{
    /// <summary>The terminal's side of a transaction.</summary>
    public static TerminalTransaction Of(Transaction t) => new(t.Id, t.Amount, t.Message == Texts.WaitingForTerminal, t.AwaitsPos);
}
