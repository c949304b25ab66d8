using System.Globalization;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What a register asks of SmartConnect.</summary>
public abstract record RegisterRequest
{
    /// <summary>[Pair].</summary>
    public sealed record Pair(string Code, PosIdentity From) : RegisterRequest;

    /// <summary>[Purchase], [Refund] or another transaction; cents, 0 for none.</summary>
    public sealed record Pay(string Type, long Amount, PosIdentity From, long? Cash = null, string? Reference = null) : RegisterRequest;

    /// <summary>How the payment is getting on.</summary>
    public sealed record Poll(OpenPayment Payment) : RegisterRequest;
}

/// <summary>What the POS says of itself with a request.</summary>
public sealed record PosIdentity(RegisterIdentity Register, string Business, string Vendor);

/// <summary>What came back to a register.</summary>
/// <param name="Error">What the person is told; null when it was done.</param>
/// <param name="Payment">The payment that was accepted.</param>
/// <param name="Outcome">How the payment ended, in words for the person; null when it is to be asked again.</param>
/// <param name="Receipt">The receipt, line by line; null when there is none.</param>
public sealed record RegisterReply(string? Error = null, OpenPayment? Payment = null, string? Outcome = null, string? Receipt = null);

/// <summary>A register's requests, put into HTTP as the vendor's API reference has them.</summary>
internal sealed class RegisterClient(DeviceHttp http, Func<string?> server) : IDeviceClient<RegisterRequest, RegisterReply>
{
    public Task<RegisterReply> SendAsync(RegisterRequest request, Flight<RegisterReply> flight) => request switch
    {
        RegisterRequest.Pair r => PairAsync(r, flight.CalledBack),
        RegisterRequest.Pay r => PayAsync(r, flight.CalledBack),
        RegisterRequest.Poll r => PollAsync(r.Payment, flight.CalledBack),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "a request without a wire"),
    };

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<RegisterReply> PairAsync(RegisterRequest.Pair request, CancellationToken cancel)
    {
        var code = Uri.EscapeDataString(request.Code);
        var fields = Metadata(request.From).Append(new("POSRegisterName", request.From.Register.Name));
        var reply = await SendAsync(HttpMethod.Put, $"/POS/Pairing/{code}", fields, cancel);
        return new(reply.Ok ? null : ErrorOf(reply) ?? RegisterTexts.NoAnswer);
    }

    private async Task<RegisterReply> PayAsync(RegisterRequest.Pay request, CancellationToken cancel)
    {
        var reply = await SendAsync(HttpMethod.Post, "/POS/Transaction", FieldsOf(request), cancel);
        return reply.Ok
            ? new(Payment: new(reply.Read<TransactionResponse>().Data.PollingUrl!, request.Amount, request.Type))
            : new(ErrorOf(reply) ?? RegisterTexts.NotKnownWhetherAccepted);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(RegisterRequest.Pay request)
    {
        foreach (var field in Metadata(request.From))
        {
            yield return field;
        }

        yield return new("TransactionMode", "ASYNC");
        yield return new("TransactionType", request.Type);
        if (TransactionType.Find(request.Type)?.AmountField is { } amount)
        {
            yield return new(amount, request.Amount.ToString(CultureInfo.InvariantCulture));
        }

        if (request.Cash is { } cash)
        {
            yield return new(TransactionType.AmountCash, cash.ToString(CultureInfo.InvariantCulture));
        }

        if (request.Reference is { } reference)
        {
            yield return new(TransactionType.TransactionReference, reference);
        }
    }

    private async Task<RegisterReply> PollAsync(OpenPayment payment, CancellationToken cancel)
    {
        var reply = await http.SendAsync(HttpMethod.Get, payment.PollingUrl, null, null, cancel);
        return reply switch
        {
            { Ok: true } when reply.Read<TransactionResponse>() is var answer =>
                new(Outcome: Outcome(answer), Receipt: answer.Data.Receipt),
            { Status: 401 or 404 } => new(Outcome: $"{RegisterTexts.NotKnown} ({ErrorOf(reply)})"),
            _ => new(),
        };
    }

    private static KeyValuePair<string, string>[] Metadata(PosIdentity from) =>
        [new("POSRegisterID", from.Register.Id), new("POSBusinessName", from.Business), new("POSVendorName", from.Vendor)];

    private static string? Outcome(TransactionResponse answer) => answer switch
    {
        { TransactionStatus: not "COMPLETED" } => null,
        { Data.Status: { } status } => $"Terminal status: {status}",
        { Data: { TransactionResult: "OK-ACCEPTED", Function: "Terminal.ReadCard" } data } => $"Card: {data.CardType} {data.CardPan}",
        { Data: { TransactionResult: "OK-ACCEPTED", Function: "Journal.GetTransResult" } } => $"Last transaction: {RegisterTexts.Approved}",
        { Data: { TransactionResult: "OK-DECLINED", Function: "Journal.GetTransResult" } } => $"Last transaction: {RegisterTexts.Declined}",
        { Data: { TransactionResult: "OK-ACCEPTED", Function: { } function } } =>
            TransactionType.Find(function) is { IsFinancial: false } ? RegisterTexts.Done : RegisterTexts.Approved,
        { Data.TransactionResult: "OK-DECLINED" } => RegisterTexts.Declined,
        { Data.TransactionResult: "OK-UNAVAILABLE" } => RegisterTexts.Unavailable,
        { Data: { TransactionResult: "CANCELLED", Result: "FAILED-INTERFACE" } } => RegisterTexts.Offline,
        { Data.TransactionResult: "CANCELLED" } => RegisterTexts.Cancelled,
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

    private async Task<DeviceReply> SendAsync(
        HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel) =>
        server() is { } address ? await http.SendFormAsync(method, address + path, fields, cancel) : new(0, "");
}
