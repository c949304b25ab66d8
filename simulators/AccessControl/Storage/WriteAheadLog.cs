using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// Brings what was committed to the disk, on a thread of its own, so that the next works are done meanwhile; all that wait go together.
/// Only then a work is settled: what was answered is durable.
/// </summary>
internal sealed class WriteAheadLog : IDisposable
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

    /// <summary>The log beside a database file.</summary>
    /// <param name="database">The database file.</param>
    /// <param name="flush">How a file is brought to the disk.</param>
    /// <param name="queue">Is told when the disk is busy.</param>
    public WriteAheadLog(string database, Action<SafeFileHandle> flush, WorkQueue queue)
    {
        file = File.OpenHandle($"{database}-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        this.flush = flush;
        this.queue = queue;
        worker = new(Work) { IsBackground = true, Name = "MACS disk" };
        worker.Start();
    }

    /// <summary>Why nothing can be brought to the disk any more; null when it can.</summary>
    public Exception? Trouble => trouble;

    /// <summary>Settles works that are committed as soon as they are on the disk; those that only read, after what they may have read.</summary>
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

    /// <summary>Waits for works and takes all that are there; whether any of them wrote, or null when no more come.</summary>
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

    /// <summary>A disk that failed once may have lost what it was given, and say later that all is well.</summary>
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
