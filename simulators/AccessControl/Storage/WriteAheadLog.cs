using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// Brings what was committed to the disk, on a thread of its own, so that the next works are done meanwhile; all that wait go together.
/// Only then a work is settled: what was answered is durable.
/// </summary>
internal sealed class WriteAheadLog : IDisposable
{
    private readonly BlockingCollection<(List<SqliteWork> Works, bool Wrote)> committed = [];
    private readonly SafeFileHandle file;
    private readonly Action<SafeFileHandle> flush;
    private readonly WorkQueue queue;
    private readonly Thread worker;
    private volatile Exception? trouble;

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
        committed.Add((works, wrote));
    }

    public void Dispose()
    {
        committed.CompleteAdding();
        worker.Join();
        committed.Dispose();
        file.Dispose();
    }

    private void Work()
    {
        var settled = new List<SqliteWork>();
        foreach (var first in committed.GetConsumingEnumerable())
        {
            settled.AddRange(first.Works);
            var wrote = first.Wrote;
            while (committed.TryTake(out var next))
            {
                settled.AddRange(next.Works);
                wrote |= next.Wrote;
            }

            if (wrote)
            {
                Flush();
            }

            queue.DiskIsBusy(false);
            settled.ForEach(work => work.Settle(Trouble));
            settled.Clear();
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
