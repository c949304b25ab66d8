using PairingLab.Sci.Api;

namespace PairingLab.Host.Certify;

/// <summary>What SCI has heard from POSs in a certification. Safe from any thread.</summary>
internal sealed class HeardRequests
{
    private readonly Lock gate = new();
    private readonly List<HeardRequest> all = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many there are; to count from here.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return all.Count;
            }
        }
    }

    /// <summary>Takes one down.</summary>
    public void Add(HeardRequest request)
    {
        TaskCompletionSource waiters;
        lock (gate)
        {
            all.Add(request);
            waiters = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiters.SetResult();
    }

    /// <summary>Those since a count.</summary>
    public IReadOnlyList<HeardRequest> Since(int count)
    {
        lock (gate)
        {
            return [.. all.Skip(count)];
        }
    }

    /// <summary>The first since a count that meets a condition; waits for it, and gives null when none came.</summary>
    public async Task<HeardRequest?> FirstAsync(int since, Func<HeardRequest, bool> condition, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (all.Skip(since).FirstOrDefault(condition) is { } found)
                {
                    return found;
                }

                change = changed.Task;
            }

            try
            {
                await change.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }
}
