using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Network;

/// <summary>
/// What a device does over its cable in the background. A request belongs to the instant at which it is sent: a stepped
/// clock waits for it, unless the cable makes it take lab time.
/// </summary>
public sealed class DeviceRequests(Cable cable, LabClock clock) : IDisposable
{
    private readonly CancellationTokenSource ended = new();

    /// <summary>The device has lost its power: an answer that comes now is lost.</summary>
    public bool HasEnded => ended.IsCancellationRequested;

    /// <summary>Starts a request.</summary>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="limit">Lab time after which it is called back; null for never.</param>
    /// <param name="until">Calls it back earlier.</param>
    /// <param name="work">The request; being called back is not an error.</param>
    public void Send(string what, TimeSpan? limit, CancellationToken until, Func<CancellationToken, Task> work)
    {
        if (ended.IsCancellationRequested)
        {
            return;
        }

        var underWay = cable.Carry(what);
        _ = Task.Run(() => RunAsync(what, limit, until, work, underWay), CancellationToken.None);
    }

    /// <summary>Calls every request back: the device has lost its power.</summary>
    public void Dispose() => ended.Cancel();

    private async Task RunAsync(
        string what, TimeSpan? limit, CancellationToken until, Func<CancellationToken, Task> work, IDisposable underWay)
    {
        using var callBack = CancellationTokenSource.CreateLinkedTokenSource(until, ended.Token);
        IDisposable? ending = null;
        var timer = limit is { } span ? clock.CreateTimer(_ => CallBack(), null, span, Timeout.InfiniteTimeSpan) : null;
        try
        {
            await work(callBack.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || (e is ObjectDisposedException && HasEnded))
        {
            // Called back; with the power everything is gone that a request just setting out would have used.
        }
        catch (Exception e)
        {
            // A bug of ours. Nobody awaits a request, so it is reported here or lost.
            await Console.Error.WriteLineAsync($"{cable.Id}: {what}: {e}");
        }
        finally
        {
            timer?.Dispose();
            underWay.Dispose();
            ending?.Dispose();
        }

        void CallBack()
        {
            // The clock waits until the request has ended, or what follows from it would come at a later time.
            ending = clock.Hold($"calling back: {what}");
            callBack.Cancel();
        }
    }
}
