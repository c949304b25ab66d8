using System.Diagnostics;

namespace PairingLab.Sci.Tests;

/// <summary>Waits for a condition.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task BecomesAsync(Func<bool> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            (Stopwatch.GetElapsedTime(started) < Limit).ShouldBeTrue($"did not come about within {Limit}: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
