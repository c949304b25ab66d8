using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// What registers ask, as the vendor's API reference has it: form-urlencoded in, JSON out, no credential. There is nothing here
/// to unpair a register (seed: "There is no API to unpair, from the POS system").
/// </summary>
public static class PosApi
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Maps <c>/POS</c>.</summary>
    public static void MapPos(this IEndpointRouteBuilder routes, SmartConnectService service)
    {
        var pos = routes.MapGroup("/POS").WithTags("POS");
        pos.MapPut("/Pairing/{code}", (string code, HttpRequest request) => PairAsync(service, code, request))
            .Accepts<PairingForm>(Form).Produces<PairingResponse>().Produces<PosError>(400)
            .WithSummary("Pairs a register with the device that shows the code; moves it when it is paired with another one.");
        pos.MapPost("/Transaction", (HttpRequest request) => AcceptAsync(service, request))
            .Accepts<TransactionForm>(Form).Produces<TransactionResponse>().Produces<PosError>(400).Produces<PosError>(429)
            .WithSummary("Puts a payment into the queue of the register's device.");
        pos.MapGet("/Transaction/{id}", (string id, string? merchantAccessToken) => PollAsync(service, id, merchantAccessToken))
            .Produces<TransactionResponse>().Produces<PosError>(401).Produces<PosError>(404).Produces<PosError>(429)
            .WithSummary("How far a payment is; at most every 2 seconds, for 15 minutes.");
    }

    private static async Task<IResult> PairAsync(SmartConnectService service, string code, HttpRequest request)
    {
        var form = PairingForm.Read(await FormFields.ReadAsync(request), service.Settings.RegisterNameRequired);
        var answer = await service.DoAsync(new PairRegister(
            code.Trim().ToUpperInvariant(), form.RegisterId, form.RegisterName, form.BusinessName, form.VendorName, form.Contact()));
        return answer.Refusal is { } reason ? PosRefusal.Answer(reason) : Json(new PairingResponse("success"));
    }

    private static async Task<IResult> AcceptAsync(SmartConnectService service, HttpRequest request)
    {
        var form = TransactionForm.Read(await FormFields.ReadAsync(request));
        var answer = await service.DoAsync(new AcceptPayment(
            Guid.NewGuid().ToString(), SmartConnectCodes.Token(), form.RegisterId, form.BusinessName, form.VendorName, form.TransactionType, form.AmountTotal));
        return answer.Refusal is { } reason
            ? PosRefusal.Answer(reason)
            : Json(TransactionWire.Accepted(answer.The<PaymentAccepted>().Payment, $"{request.Scheme}://{request.Host}"));
    }

    private static async Task<IResult> PollAsync(SmartConnectService service, string id, string? token)
    {
        var answer = await service.DoAsync(new PollPayment(id, token ?? ""));
        return answer.Refusal is { } reason
            ? PosRefusal.Answer(reason)
            : Json(TransactionWire.Polled(service.State.Payments[id], service.Now, service.Settings.DelayedAfter));
    }

    private static IResult Json<T>(T body) => Results.Json(body, TransactionWire.Options);
}
