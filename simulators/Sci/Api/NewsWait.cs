namespace PairingLab.Sci.Api;

/// <summary>A long poll that is held.</summary>
internal sealed class NewsWait(int version)
{
    private readonly TaskCompletionSource<IDisposable> told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The version that it waits for.</summary>
    public int Version => version;

    /// <summary>Ends with what holds the clock meanwhile.</summary>
    public Task<IDisposable> Told => told.Task;

    /// <summary>Ends the wait; who comes too late lets go of the clock again.</summary>
    public void Tell(IDisposable? hold)
    {
        if (!told.TrySetResult(hold ?? NoHold.Instance))
        {
            hold?.Dispose();
        }
    }

    /// <summary>Who waited is gone; nobody else would let go of the clock.</summary>
    public void Abandon()
    {
        if (!told.TrySetResult(NoHold.Instance))
        {
            told.Task.Result.Dispose();
        }
    }

    private sealed class NoHold : IDisposable
    {
        public static readonly NoHold Instance = new();

        public void Dispose()
        {
        }
    }
}
