namespace PairingLab.Drivers.Serial;

/// <summary>Waits for what another process or thread is about to do.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    public static Task UntilAsync(Func<bool> met, string what) => UntilAsync(() => Task.FromResult(met()), what);

    public static async Task UntilAsync(Func<Task<bool>> met, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await met())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Limit, $"still waiting until {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    /// <summary>Reads until so many bytes have come, or the line is gone.</summary>
    public static async Task<byte[]> ReadAsync(ISerialLine line, int count)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var bytes = new byte[count];
        var got = 0;
        for (int more; got < count && (more = await line.ReadAsync(bytes.AsMemory(got), limit.Token)) > 0;)
        {
            got += more;
        }

        return bytes[..got];
    }
}
