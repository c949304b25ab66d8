using System.Collections.Concurrent;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>Wakes long polls when there is news of their transaction.</summary>
public sealed class TransactionNews
{
    private readonly SciService sci;
    private readonly ConcurrentDictionary<NewsWait, string> waits = new();

    /// <summary>Watches SCI.</summary>
    public TransactionNews(SciService sci)
    {
        this.sci = sci;
        sci.Happened += (state, _) => Tell(state);
    }

    /// <summary>How many long polls are held now.</summary>
    public int Held => waits.Count;

    /// <summary>
    /// Waits until a transaction has a version, awaits the POS, has ended, or the long poll is over. The stepped clock stands until what comes
    /// back is disposed: the news is told at the moment at which it came.
    /// </summary>
    public async Task<IDisposable> WaitAsync(string transaction, int version, CancellationToken cancel)
    {
        var wait = new NewsWait(version);
        waits[wait] = transaction;
        Tell(sci.State);
        await using var timer = sci.Clock.CreateTimer(_ => wait.Tell(null), null, sci.Settings.LongPoll, Timeout.InfiniteTimeSpan);
        try
        {
            return await wait.Told.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            wait.Abandon();
            throw;
        }
        finally
        {
            waits.TryRemove(wait, out _);
        }
    }

    private void Tell(SciState state)
    {
        foreach (var (wait, id) in waits)
        {
            if (!state.Transactions.TryGetValue(id, out var transaction) || transaction.Version >= wait.Version || transaction.AwaitsPos || transaction.Result is not null)
            {
                wait.Tell(sci.Clock.Hold($"telling news of {id}"));
            }
        }
    }
}
