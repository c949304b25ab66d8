using System.Diagnostics;

namespace PairingLab.Benchmarks;

/// <summary>Real time that work takes.</summary>
internal static class Clocked
{
    /// <summary>The median of the given number of runs in milliseconds, after some that warm up.</summary>
    public static async Task<double> MedianAsync(int warmUps, int runs, Func<Task> work)
    {
        for (var i = 0; i < warmUps; i++)
        {
            await work();
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            times[i] = await OnceAsync(work);
        }

        Array.Sort(times);
        return times[runs / 2];
    }

    /// <summary>Milliseconds of one run.</summary>
    public static async Task<double> OnceAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
