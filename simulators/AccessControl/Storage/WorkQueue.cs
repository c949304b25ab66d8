using System.Diagnostics.CodeAnalysis;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// Works in the order of their coming. As long as the disk is busy with the ones before, a batch takes whoever else comes: it could
/// not go to the disk any sooner.
/// </summary>
internal sealed class WorkQueue
{
    [SuppressMessage("Performance", "MA0158", Justification = "The lock of .NET 9 has nothing to wait on.")]
    private readonly object gate = new();
    private readonly Queue<SqliteWork> works = new();
    private bool isClosed;
    private bool isDiskBusy;

    /// <summary>Another work waits its turn.</summary>
    public void Add(SqliteWork work) => Change(() =>
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        works.Enqueue(work);
    });

    /// <summary>The disk has got a batch, or is through with it.</summary>
    public void DiskIsBusy(bool busy) => Change(() => isDiskBusy = busy);

    /// <summary>Nothing more comes.</summary>
    public void Close() => Change(() => isClosed = true);

    /// <summary>The first work of a batch, waited for; null when the queue is closed and nothing is left.</summary>
    public SqliteWork? First() => Take(() => !isClosed);

    /// <summary>Another work of the batch; null when it should go to the disk now.</summary>
    public SqliteWork? Next() => Take(() => isDiskBusy);

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            Monitor.Pulse(gate);
        }
    }

    private SqliteWork? Take(Func<bool> patience)
    {
        lock (gate)
        {
            while (works.Count == 0 && patience())
            {
                Monitor.Wait(gate);
            }

            return works.TryDequeue(out var work) ? work : null;
        }
    }
}
