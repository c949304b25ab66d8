using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// Flushes committed transactions to the disk on a separate thread, so that the next ones run meanwhile; all that wait are flushed
/// together. A transaction completes only after its flush: an answer that was given is durable.
/// </summary>
internal sealed class CommitFlusher : IDisposable
{
    [SuppressMessage("Performance", "MA0158", Justification = "The lock of .NET 9 has nothing to wait on.")]
    private readonly object gate = new();
    private readonly Queue<(List<SqliteWork> Works, bool Wrote)> committed = new();
    private readonly SafeFileHandle file;
    private readonly Action<SafeFileHandle> flush;
    private readonly WorkQueue queue;
    private readonly Thread worker;
    private volatile Exception? trouble;
    private bool isClosed;

    /// <summary>Opens the write-ahead log beside a database file.</summary>
    /// <param name="database">The database file.</param>
    /// <param name="flush">Flushes a file to the disk.</param>
    /// <param name="queue">Told when the disk is busy.</param>
    public CommitFlusher(string database, Action<SafeFileHandle> flush, WorkQueue queue)
    {
        file = File.OpenHandle($"{database}-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        this.flush = flush;
        this.queue = queue;
        worker = new(Work) { IsBackground = true, Name = "MACS disk" };
        worker.Start();
    }

    /// <summary>Why flushing has failed; null while it works.</summary>
    public Exception? Trouble => trouble;

    /// <summary>
    /// Completes committed transactions once they are on the disk; those that only read complete after the writes that they may have read.
    /// </summary>
    public void Settle(List<SqliteWork> works, bool wrote)
    {
        queue.DiskIsBusy(true);
        lock (gate)
        {
            committed.Enqueue((works, wrote));
            Monitor.Pulse(gate);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.Pulse(gate);
        }

        worker.Join();
        file.Dispose();
    }

    private void Work()
    {
        var settled = new List<SqliteWork>();
        while (Take(settled) is { } wrote)
        {
            if (wrote)
            {
                Flush();
            }

            queue.DiskIsBusy(false);
            settled.ForEach(work => work.Settle(Trouble));
            settled.Clear();
        }
    }

    /// <summary>Waits for transactions and takes all that are there. True when any of them wrote; null when no more will arrive.</summary>
    private bool? Take(List<SqliteWork> taken)
    {
        lock (gate)
        {
            while (committed.Count == 0 && !isClosed)
            {
                Monitor.Wait(gate);
            }

            bool? wrote = committed.Count == 0 ? null : false;
            while (committed.TryDequeue(out var batch))
            {
                taken.AddRange(batch.Works);
                wrote |= batch.Wrote;
            }

            return wrote;
        }
    }

    /// <summary>
    /// After one failed flush the disk may have lost data and still report success later, so nothing is trusted any more.
    /// </summary>
    private void Flush()
    {
        try
        {
            flush(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = e;
        }
    }
}
