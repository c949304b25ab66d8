using System.Globalization;
using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Api;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A register's requests, put into HTTP as the vendor's API reference has them.</summary>
internal sealed class RegisterNetwork(Cable cable, WireTap tap, Func<string?> server) : IDisposable
{
    private readonly DeviceHttp http = new(cable, tap, new());

    /// <summary>Asks SmartConnect what the state waits for.</summary>
    public Task<RegisterReply> AskAsync(RegisterState state, CancellationToken cancel) =>
        state.Waiting == RegisterRequest.Pair ? PairAsync(state, cancel) : PayAsync(state, state.Waiting!.Value, cancel);

    /// <summary>How the payment ended, in words for the person; null when it is to be asked again.</summary>
    public async Task<string?> PollAsync(OpenPayment payment, CancellationToken cancel)
    {
        var reply = await http.SendAsync(HttpMethod.Get, payment.PollingUrl, null, null, cancel).ConfigureAwait(false);
        return reply switch
        {
            { Ok: true } => Outcome(reply.Read<TransactionResponse>()),
            { Status: 401 or 404 } => $"{RegisterTexts.NotKnown} ({ErrorOf(reply)})",
            _ => null,
        };
    }

    public void Dispose() => http.Dispose();

    private async Task<RegisterReply> PairAsync(RegisterState state, CancellationToken cancel)
    {
        var code = Uri.EscapeDataString(state.Text(RegisterFields.Code));
        var reply = await SendAsync(HttpMethod.Put, $"/POS/Pairing/{code}", [.. Metadata(state), new("POSRegisterName", state.Register.Name)], cancel).ConfigureAwait(false);
        return new(RegisterRequest.Pair, reply.Ok ? null : ErrorOf(reply) ?? RegisterTexts.NoAnswer);
    }

    private async Task<RegisterReply> PayAsync(RegisterState state, RegisterRequest request, CancellationToken cancel)
    {
        var amount = RegisterDecisions.Cents(state)!.Value;
        var reply = await SendAsync(
            HttpMethod.Post,
            "/POS/Transaction",
            [
                .. Metadata(state),
                new("TransactionMode", "ASYNC"),
                new("TransactionType", request == RegisterRequest.Refund ? "Card.Refund" : "Card.Purchase"),
                new("AmountTotal", amount.ToString(CultureInfo.InvariantCulture)),
            ],
            cancel).ConfigureAwait(false);
        return reply.Ok
            ? new(request, Payment: new(reply.Read<TransactionResponse>().Data.PollingUrl!, amount))
            : new(request, ErrorOf(reply) ?? RegisterTexts.NotKnownWhetherAccepted);
    }

    private static List<KeyValuePair<string, string>> Metadata(RegisterState state) =>
    [
        new("POSRegisterID", state.Register.Id),
        new("POSBusinessName", state.Memory.Business),
        new("POSVendorName", state.Memory.Vendor),
    ];

    private static string? Outcome(TransactionResponse answer) => answer.TransactionStatus != "COMPLETED" ? null : (answer.Data.TransactionResult, answer.Data.Result) switch
    {
        ("OK-ACCEPTED", _) => RegisterTexts.Approved,
        ("OK-DECLINED", _) => RegisterTexts.Declined,
        ("OK-UNAVAILABLE", _) => RegisterTexts.Unavailable,
        ("CANCELLED", "FAILED-INTERFACE") => RegisterTexts.Offline,
        ("CANCELLED", _) => RegisterTexts.Cancelled,
        _ => RegisterTexts.NotKnown,
    };

    private static string? ErrorOf(DeviceReply reply)
    {
        try
        {
            return reply.Answered ? JsonSerializer.Deserialize<PosError>(reply.Body, LabJson.Options)?.Error : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<DeviceReply> SendAsync(HttpMethod method, string path, List<KeyValuePair<string, string>> fields, CancellationToken cancel) =>
        server() is { } address ? await http.SendFormAsync(method, address + path, fields, cancel).ConfigureAwait(false) : new(0, "");
}
