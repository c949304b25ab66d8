using PairingLab.Drivers.Certification;
using PairingLab.Kernel.Web;
using PairingLab.Reports.Certification;

namespace PairingLab.Features.Support.Certification;

/// <summary>What SCI has heard from POSs in a certification. Safe from any thread.</summary>
public sealed class HeardRequests
{
    private readonly Lock gate = new();
    private readonly List<PosRequest> all = [];
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
    public void Add(PosRequest request)
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
    public IReadOnlyList<PosRequest> Since(int count)
    {
        lock (gate)
        {
            return [.. all.Skip(count)];
        }
    }

    /// <summary>Those since a count as evidence, without secrets and without the browser's own questions.</summary>
    public IReadOnlyList<RequestSeen> Evidence(int since) =>
    [
        .. Since(since).Where(h => h.Method != "OPTIONS")
            .Select(h => new RequestSeen(h.Server, h.Method, h.Path, h.Status, Redaction.Redact(h.Body), Redaction.Redact(h.Answer))),
    ];

    /// <summary>The first since a count that meets a condition; null when it has not come by the time that the wait ends.</summary>
    public async Task<PosRequest?> FirstAsync(int since, Func<PosRequest, bool> condition, CancellationToken end)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (Found() is { } found)
                {
                    return found;
                }

                change = changed.Task;
            }

            try
            {
                await change.WaitAsync(end);
            }
            catch (OperationCanceledException)
            {
                lock (gate)
                {
                    return Found();
                }
            }
        }

        PosRequest? Found() => all.Skip(since).FirstOrDefault(condition);
    }
}
