using System.Diagnostics.CodeAnalysis;

namespace PairingLab.AccessControl.Storage;

/// <summary>A transaction in the queue.</summary>
internal sealed class SqliteWork(Action<MacsSession> run, Action<Exception?> settle)
{
    /// <summary>It runs by itself and outside of a transaction, such as a copy of the whole.</summary>
    public bool IsAlone { get; init; }

    public void Run(MacsSession session) => run(session);

    public void Settle(Exception? trouble) => settle(trouble);
}

/// <summary>
/// Transactions in the order of their arrival. While the disk is busy with earlier ones, a batch takes every transaction that arrives: it
/// could not be written any sooner.
/// </summary>
internal sealed class WorkQueue
{
    [SuppressMessage("Performance", "MA0158", Justification = "The lock of .NET 9 has nothing to wait on.")]
    private readonly object gate = new();
    private readonly Queue<SqliteWork> works = new();
    private bool isClosed;
    private bool isDiskBusy;

    /// <summary>Adds a transaction.</summary>
    public void Add(SqliteWork work) => Change(() =>
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        works.Enqueue(work);
    });

    /// <summary>The disk has started or finished a batch.</summary>
    public void DiskIsBusy(bool busy) => Change(() => isDiskBusy = busy);

    /// <summary>No more transactions will arrive.</summary>
    public void Close() => Change(() => isClosed = true);

    /// <summary>Waits for the first transaction of a batch; null when the queue is closed and empty.</summary>
    public SqliteWork? First() => Take(() => !isClosed);

    /// <summary>The next transaction of the batch; null when the batch should be written now.</summary>
    public SqliteWork? Next() => Take(() => isDiskBusy, orAlone: false);

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            Monitor.Pulse(gate);
        }
    }

    private SqliteWork? Take(Func<bool> patience, bool orAlone = true)
    {
        lock (gate)
        {
            while (works.Count == 0 && patience())
            {
                Monitor.Wait(gate);
            }

            return works.TryPeek(out var work) && (orAlone || !work.IsAlone) ? works.Dequeue() : null;
        }
    }
}
