using System.Collections.Concurrent;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>Wakes long polls when there is news of their transaction.</summary>
public sealed class TransactionNews
{
    private readonly SciService sci;
    private readonly TerminalHub hub;
    private readonly ConcurrentDictionary<LongPoll, string> waits = new();

    /// <summary>Watches SCI and the links of its terminals.</summary>
    public TransactionNews(SciService sci, TerminalHub hub)
    {
        (this.sci, this.hub) = (sci, hub);
        hub.Lost += () => Tell(sci.State);
        sci.Happened += (state, _) => Tell(state);
    }

    /// <summary>How many long polls are held now.</summary>
    public int Held => waits.Count;

    /// <summary>
    /// Waits until a transaction has a version, awaits the POS or has ended, its terminal is lost, or the long poll is over. The stepped
    /// clock stands until what comes back is disposed: the answer is given at the moment at which there was one.
    /// </summary>
    public async Task<IDisposable> WaitAsync(string transaction, int version, CancellationToken cancel)
    {
        var wait = new LongPoll(version);
        await using var timer = sci.Clock.CreateTimer(
            _ => wait.Tell(sci.Clock.Hold($"telling that there is no news of {transaction}")),
            null, sci.Settings.LongPoll, Timeout.InfiniteTimeSpan);

        // After the timer: who sees that it is held may let its time pass.
        waits[wait] = transaction;
        Tell(sci.State);
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

    /// <summary>Whether there is something to tell of a transaction to who waits for a version.</summary>
    public static bool IsNews(Transaction transaction, int version) =>
        transaction.Version >= version || transaction.AwaitsPos || transaction.Result is not null;

    private void Tell(SciState state)
    {
        foreach (var (wait, id) in waits)
        {
            if (!state.Transactions.TryGetValue(id, out var transaction) || IsNews(transaction, wait.Version)
                || hub.IsLost(transaction.Terminal))
            {
                wait.Tell(sci.Clock.Hold($"telling news of {id}"));
            }
        }
    }
}

/// <summary>A long poll that is held.</summary>
internal sealed class LongPoll(int version)
{
    private readonly TaskCompletionSource<IDisposable> told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The version that it waits for.</summary>
    public int Version => version;

    /// <summary>Ends with what holds the clock meanwhile.</summary>
    public Task<IDisposable> Told => told.Task;

    /// <summary>Ends the wait; who comes too late lets go of the clock again.</summary>
    public void Tell(IDisposable hold)
    {
        if (!told.TrySetResult(hold))
        {
            hold.Dispose();
        }
    }

    /// <summary>Who waited is gone; nobody else would let go of the clock.</summary>
    public void Abandon()
    {
        if (!told.TrySetResult(NoHold.Instance))
        {
            told.Task.Result.Dispose();
        }
    }

    private sealed class NoHold : IDisposable
    {
        public static readonly NoHold Instance = new();

        public void Dispose()
        {
        }
    }
}
