using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.State;

/// <summary>A core that adds; a deadline adds 100 at each full minute as long as the sum is below 1000.</summary>
internal sealed class Counting : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly ManualResetEventSlim diskGoes = new(true);
    private readonly ManualResetEventSlim diskWrites = new(false);

    public Counting()
    {
        Aggregate = new(new(0, Start), new(Decide, (s, e) => e(s), Deadline, 0, (_, next) => Keep(next)), Clock);
        Aggregate.Happened += (state, _) => Log.Add($"told {state.Value}");
    }

    public SteppedClock Clock { get; } = new(Start);

    public List<string> Log { get; } = [];

    public bool DiskIsFull { get; set; }

    public Aggregate<Sum, int, Func<Sum, Sum>> Aggregate { get; }

    /// <summary>Does something on another thread, and comes back when the disk is at it and stands still.</summary>
    public Task WhileDiskWrites(Func<Task> what)
    {
        diskGoes.Reset();
        var done = Task.Run(what);
        diskWrites.Wait(Patience.Limit).ShouldBeTrue("the disk was never asked");
        return done;
    }

    public void LetDiskGo() => diskGoes.Set();

    public void Dispose()
    {
        Aggregate.Dispose();
        diskGoes.Dispose();
        diskWrites.Dispose();
    }

    private static IReadOnlyList<Func<Sum, Sum>> Decide(Sum sum, int add, DateTimeOffset now)
    {
        var events = new List<Func<Sum, Sum>>();
        if (Deadline(sum) <= now)
        {
            events.Add(s => new(s.Value + 100, now));
        }

        if (add != 0)
        {
            events.Add(s => s with { Value = s.Value + add });
        }

        return events;
    }

    private static DateTimeOffset? Deadline(Sum sum) => sum.Value < 1000 ? sum.At.AddMinutes(1) : null;

    private void Keep(Sum next)
    {
        diskWrites.Set();
        diskGoes.Wait();
        if (DiskIsFull)
        {
            throw new StoreException("the disk is full");
        }

        Log.Add($"kept {next.Value}");
    }
}
