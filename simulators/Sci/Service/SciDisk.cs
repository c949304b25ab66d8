using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Service;

/// <summary>
/// What SCI keeps: a small document for each terminal, pairing and transaction, so that a change costs one small write however many
/// there are.
/// </summary>
internal sealed class SciDisk(ILabStore store)
{
    private const string PairingKey = "sci/pairing/";
    private const string TerminalKey = "sci/terminal/";
    private const string TransactionKey = "sci/transaction/";

    /// <summary>Writes what the events have changed, all of it or nothing.</summary>
    public void Keep(SciState state, IReadOnlyList<ISciEvent> events)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (PairingOf(happened) is { } pairing)
            {
                changes[PairingKey + pairing] = Text(state.Pairings.GetValueOrDefault(pairing));
            }

            if (TransactionOf(happened) is { } transaction)
            {
                changes[TransactionKey + transaction] = Text(state.Transactions.GetValueOrDefault(transaction));
            }

            if (happened is TerminalEnrolled or TerminalNamed or TerminalConfigured
                or TransactionFinished { Result: TransactionResult.Approved }
                && state.Terminals.TryGetValue(happened.Terminal!, out var terminal))
            {
                changes[TerminalKey + happened.Terminal] = Text(Memory(terminal));
            }
        }

        if (changes.Count > 0)
        {
            store.Save([.. changes.Select(c => (c.Key, c.Value))]);
        }
    }

    /// <summary>The state in which the service starts.</summary>
    public SciState Load()
    {
        var terminals = Read<Terminal>(TerminalKey).ToDictionary(t => t.Id, StringComparer.Ordinal);
        var pairings = Read<Pairing>(PairingKey).OrderBy(p => p.At).ToList();
        foreach (var pairing in pairings.Where(p => terminals.ContainsKey(p.Terminal)))
        {
            var terminal = terminals[pairing.Terminal];
            terminals[pairing.Terminal] = pairing.IsUnderWay ? terminal with { Pairing = pairing.Id }
                : pairing.Status == PairingStatus.Active ? terminal with { Active = terminal.Active.Add(pairing.Id) }
                : terminal;
        }

        var transactions = ReadTransactions();
        foreach (var transaction in transactions.Where(t => t.Result is null && terminals.ContainsKey(t.Terminal)))
        {
            terminals[transaction.Terminal] = terminals[transaction.Terminal] with { Transaction = transaction.Id };
        }

        var known = SciState.New with { Terminals = SciState.New.Terminals.AddRange(terminals) };
        return SciCore.Restore(known, pairings, transactions);
    }

    private static string? PairingOf(ISciEvent happened) => happened switch
    {
        PairingStarted e => e.Pairing.Id,
        PairingProgressed e => e.PairingId,
        PairingConfirmed e => e.PairingId,
        PairingEnded e => e.PairingId,
        PairingForgotten e => e.PairingId,
        _ => null,
    };

    private static string? TransactionOf(ISciEvent happened) => happened switch
    {
        TransactionStarted e => e.Transaction.Id,
        TransactionMoved e => e.TransactionId,
        CancelRequested e => e.TransactionId,
        TransactionFinished e => e.TransactionId,
        TransactionForgotten e => e.TransactionId,
        _ => null,
    };

    private static Terminal Memory(Terminal terminal) => new(terminal.Id, terminal.Tid, terminal.Nickname, terminal.Tenant)
    {
        Options = terminal.Options,
        Takings = terminal.Takings,
    };

    /// <summary>Those of a lab that knew purchases only say no order. They are an hour old at most, and are let go.</summary>
    private List<Transaction> ReadTransactions()
    {
        var all = Read<Transaction>(TransactionKey).ToList();
        if (all.Where(t => t.Order is null).Select(t => (TransactionKey + t.Id, (string?)null)).ToArray() is { Length: > 0 } old)
        {
            store.Save(old);
        }

        return [.. all.Where(t => t.Order is not null)];
    }

    private IEnumerable<T> Read<T>(string what) =>
        store.ReadAll(what).Select(d => JsonSerializer.Deserialize<T>(d.Value, LabJson.Options)!);

    private static string? Text<T>(T? document)
        where T : class => document is null ? null : JsonSerializer.Serialize(document, LabJson.Options);
}
