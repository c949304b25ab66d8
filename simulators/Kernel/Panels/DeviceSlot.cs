namespace PairingLab.Kernel.Panels;

/// <summary>A device's place on the shelf.</summary>
internal sealed class DeviceSlot(IDevice device, int place)
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IDevice Device => device;

    public int Place => place;

    public long Version { get; private set; }

    public void Rise()
    {
        TaskCompletionSource waiters;
        lock (gate)
        {
            Version++;
            waiters = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiters.SetResult();
    }

    public async Task WaitForChangeAsync(long seen, TimeSpan limit, CancellationToken cancel)
    {
        Task change;
        lock (gate)
        {
            if (Version != seen)
            {
                return;
            }

            change = next.Task;
        }

        try
        {
            await change.WaitAsync(limit, TimeProvider.System, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nothing changed: the caller reads the same screen again.
        }
    }
}
