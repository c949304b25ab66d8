using System.Collections.Concurrent;

namespace PairingLab.Kernel.State;

/// <summary>
/// Work that is cheaper together: what arrives while a batch is worked goes with the next one.
/// An item that comes alone does not wait for others.
/// </summary>
/// <param name="work">Works a batch, in the order of arrival; throws nothing.</param>
internal sealed class GroupCommit<T>(Action<IReadOnlyList<T>> work)
{
    /// <summary>More would only make the first of them wait.</summary>
    private const int MostTogether = 64;

    private readonly ConcurrentQueue<T> waiting = new();
    private int busy;

    /// <summary>Has it worked: here and now when nothing else is, else as soon as that is done.</summary>
    public void Add(T item)
    {
        waiting.Enqueue(item);
        if (Interlocked.Exchange(ref busy, 1) == 0)
        {
            WorkNext();
        }
    }

    private void WorkNext()
    {
        var batch = new List<T>();
        while (batch.Count < MostTogether && waiting.TryDequeue(out var item))
        {
            batch.Add(item);
        }

        work(batch);
        Volatile.Write(ref busy, 0);

        // Not on this thread: the caller that brought this batch goes on with its own work.
        if (!waiting.IsEmpty && Interlocked.Exchange(ref busy, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static batches => batches.WorkNext(), this, preferLocal: false);
        }
    }
}
