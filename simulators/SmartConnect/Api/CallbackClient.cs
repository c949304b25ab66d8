using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
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
    private const string What = "PosNotificationCallbackUrl";

    /// <summary>Calls, and tells what came of it.</summary>
    public async Task CallAsync(SmartConnectState state, Payment payment, Func<int, string?, Task> tell)
    {
        // Over a cut cable lab time passes; from the moment on at which it is given up, the clock waits until that is told.
        using var flight = new Flight<DeviceReply>(
            What, cable.Carry(What), clock, settings.CallbackPatience, (_, _) => { });
        await Task.Yield();
        await CallAsync(state, payment, tell, flight.CalledBack);
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
