using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Network;

/// <summary>
/// What a device does over its cable in the background. An errand belongs to the instant at which it is sent: a stepped
/// clock waits for it, unless the cable makes it take lab time.
/// </summary>
public sealed class Errands(Cable cable, LabClock clock) : IDisposable
{
    private readonly CancellationTokenSource ended = new();

    /// <summary>The device has lost its power: whatever an errand brings home now is lost.</summary>
    public bool HasEnded => ended.IsCancellationRequested;

    /// <summary>Sends an errand off.</summary>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="limit">Lab time after which it is called back; null for never.</param>
    /// <param name="until">Calls it back earlier.</param>
    /// <param name="work">The errand; being called back is not an error.</param>
    public void Send(string what, TimeSpan? limit, CancellationToken until, Func<CancellationToken, Task> work)
    {
        if (ended.IsCancellationRequested)
        {
            return;
        }

        var carriage = cable.Carry(what);
        _ = Task.Run(() => RunAsync(what, limit, until, work, carriage), CancellationToken.None);
    }

    /// <summary>Calls every errand back: the device has lost its power.</summary>
    public void Dispose() => ended.Cancel();

    private async Task RunAsync(string what, TimeSpan? limit, CancellationToken until, Func<CancellationToken, Task> work, IDisposable carriage)
    {
        using var callBack = CancellationTokenSource.CreateLinkedTokenSource(until, ended.Token);
        IDisposable? ending = null;
        var timer = limit is { } span ? clock.CreateTimer(_ => CallBack(), null, span, Timeout.InfiniteTimeSpan) : null;
        try
        {
            await work(callBack.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException || (e is ObjectDisposedException && HasEnded))
        {
            // Called back; with the power everything is gone that an errand just setting out would have used.
        }
        catch (Exception e)
        {
            // A bug of ours: nobody awaits an errand, so it is said here, or nobody would ever know.
            await Console.Error.WriteLineAsync($"{cable.Id}: {what}: {e}").ConfigureAwait(false);
        }
        finally
        {
            timer?.Dispose();
            carriage.Dispose();
            ending?.Dispose();
        }

        void CallBack()
        {
            // The clock waits until the errand has come home, or what follows from it would come at a later time.
            ending = clock.Hold($"calling back: {what}");
            callBack.Cancel();
        }
    }
}
