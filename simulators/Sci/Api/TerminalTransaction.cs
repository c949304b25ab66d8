namespace PairingLab.Sci.Api;

/// <summary>A transaction, as its terminal sees it.</summary>
/// <param name="Id">"txn_…".</param>
/// <param name="Amount">Cents.</param>
/// <param name="IsNew">Whether the terminal has yet to take it.</param>
public sealed record TerminalTransaction(string Id, long Amount, bool IsNew);
