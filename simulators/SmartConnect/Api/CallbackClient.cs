using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// Calls a POS at its PosNotificationCallbackUrl, over a cable of the server's own: cut it, and see a call fail. The body is what a poll
/// would be told.
/// </summary>
public sealed class CallbackClient(Cable cable, DeviceHttp http, LabClock clock, SmartConnectSettings settings) : IDisposable
{
    /// <summary>Calls, and tells what came of it.</summary>
    public async Task CallAsync(SmartConnectState state, Payment payment, Func<int, string?, Task> tell)
    {
        using var underWay = cable.Carry("PosNotificationCallbackUrl");
        using var patience = new CancellationTokenSource(settings.CallbackPatience, clock);

        // Over a cut cable lab time passes; from the moment on at which it is given up, the clock waits until that is told.
        IDisposable? givenUp = null;
        await using var registration = patience.Token.Register(() => givenUp = clock.Hold("PosNotificationCallbackUrl"));
        try
        {
            await Task.Yield();
            await CallAsync(state, payment, tell, patience.Token);
        }
        finally
        {
            givenUp?.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task CallAsync(
        SmartConnectState state, Payment payment, Func<int, string?, Task> tell, CancellationToken cancel)
    {
        var body = JsonSerializer.Serialize(
            TransactionWire.Polled(payment, state.Payments, clock.GetUtcNow(), settings), TransactionWire.Options);
        var reply = await http.SendAsync(new(HttpMethod.Post, payment.Details!.CallbackUrl!, body, []), cancel);
        try
        {
            await tell(reply.Status, reply.Answered ? null : cancel.IsCancellationRequested ? "no answer in time" : reply.Body);
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync($"{payment.Id}: what came of the call of its POS is lost: {e.Message}");
        }
    }
}
