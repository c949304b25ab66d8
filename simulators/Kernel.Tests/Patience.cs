namespace PairingLab.Kernel.Tests;

/// <summary>Waits in real time for something that another thread brings about.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    /// <summary>Looks until what is seen is right; fails with what was last seen.</summary>
    public static async Task<T> UntilAsync<T>(Func<T> look, Func<T, bool> isRight, string expected)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = look();
            if (isRight(seen))
            {
                return seen;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"{expected}: not within {Limit.TotalSeconds} s; last seen: {seen}");
            }

            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }
}
