using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// What registers ask, as the vendor's API reference has it: form-urlencoded in, JSON out, no credential. There is nothing here
/// to unpair a register (SmartConnect pairing guide: "There is no API to unpair, from the POS system").
/// </summary>
public static class PosApi
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Maps <c>/POS</c>.</summary>
    public static void MapPos(this IEndpointRouteBuilder routes, SmartConnectService service)
    {
        var pos = routes.MapGroup("/POS").WithTags("POS");
        pos.MapPut("/Pairing/{code}", (string code, HttpRequest request) => PairAsync(service, code, request))
            .Accepts<PairingForm>(Form).Produces<PairingResponse>().Produces<PosError>(400).Produces<PosError>(429)
            .WithSummary("Pairs a register with the device that shows the code")
            .WithDescription(
                "A register that is paired with another device is moved. There is no way to unpair from here: the device does that.");
        pos.MapPost("/Transaction", (HttpRequest request) => AcceptAsync(service, request))
            .Accepts<TransactionForm>(Form).Produces<TransactionResponse>().Produces<PosError>(400).Produces<PosError>(429)
            .WithSummary("Puts a payment into the queue of the register's device")
            .WithDescription("With TransactionMode=ASYNC the answer has the address to poll; without it the answer is the result.");
        pos.MapGet("/Transaction/{id}", (string id, string? merchantAccessToken, HttpResponse response) =>
                PollAsync(service, id, merchantAccessToken, response))
            .Produces<TransactionResponse>().Produces<PosError>(401).Produces<PosError>(404).Produces<PosError>(429)
            .WithSummary("How far a payment is")
            .WithDescription("At most every 2 seconds, for 15 minutes.");
        pos.MapGet("/Transaction/{id}/Callback", (string id, string? merchantAccessToken) => Callback(service, id, merchantAccessToken))
            .Produces<CallbackResponse>().Produces<PosError>(401).Produces<PosError>(404)
            .WithSummary("What came of the calls at PosNotificationCallbackUrl")
            .WithDescription("The lab's own; the vendor has nothing like it.");
    }

    private static async Task<IResult> PairAsync(SmartConnectService service, string code, HttpRequest request)
    {
        var fields = await FormFields.ReadAsync(request);
        var form = PairingForm.Read(fields, service.Settings.RegisterNameRequired);
        if (fields.Problem is { } problem)
        {
            return PosError.Answer(StatusCodes.Status400BadRequest, problem);
        }

        var from = $"{request.HttpContext.Connection.RemoteIpAddress}";
        if (service.Guesses.Take(out var guess, (from, service.Settings.CodeGuesses)) is { } wait)
        {
            return Refusals.ForRegister(request.HttpContext.Response, Refusal.TooManyGuesses, wait);
        }

        var answer = await service.DoAsync(new PairRegister(
            code.Trim().ToUpperInvariant(), form.RegisterId, form.RegisterName, form.BusinessName, form.VendorName, form.Contact()));
        if (answer.Refusal is not Refusal.InvalidCode)
        {
            service.Guesses.TakeBack(guess);
        }

        return answer.Refusal is { } reason
            ? Refusals.ForRegister(request.HttpContext.Response, reason)
            : Json(new PairingResponse("success"));
    }

    private static async Task<IResult> AcceptAsync(SmartConnectService service, HttpRequest request)
    {
        var fields = await FormFields.ReadAsync(request);
        var form = TransactionForm.Read(fields, service.Settings.ReadCardKnown);
        if (fields.Problem is { } problem)
        {
            return PosError.Answer(StatusCodes.Status400BadRequest, problem);
        }

        var (id, token) = (Guid.NewGuid().ToString(), SmartConnectCodes.Token());
        var answer = await service.DoAsync(new AcceptPayment(
            id, token, form.RegisterId, form.BusinessName, form.VendorName, form.TransactionType, form.Amount(), form.Details()));
        return answer.Refusal is { } reason ? Refusals.ForRegister(request.HttpContext.Response, reason)
            : form.TransactionMode is null ? await WaitAsync(service, id, request.HttpContext.RequestAborted)
            : Json(TransactionWire.Accepted(answer.The<PaymentAccepted>().Payment, $"{request.Scheme}://{request.Host}"));
    }

    /// <summary>Legacy synchronous mode: the answer is the result; when that takes too long, DELAYED-TRANSACTION.</summary>
    private static async Task<IResult> WaitAsync(SmartConnectService service, string id, CancellationToken aborted)
    {
        try
        {
            await service.WaitForEndAsync(id, service.Settings.DelayedAfter, aborted);
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more; the payment goes on.
        }

        return Ended(service, id);
    }

    private static async Task<IResult> PollAsync(SmartConnectService service, string id, string? token, HttpResponse response)
    {
        var answer = await service.DoAsync(new PollPayment(id, token ?? ""));
        return answer.Refusal is { } reason
            ? Refusals.ForRegister(
                response, reason, service.State.Payments.GetValueOrDefault(id)?.PolledAt + service.Settings.PollInterval - service.Now)
            : Ended(service, id);
    }

    private static IResult Callback(SmartConnectService service, string id, string? token) =>
        service.State.Payments.GetValueOrDefault(id) switch
        {
            null => PosError.Answer(StatusCodes.Status404NotFound, "Transaction not found"),
            var p when p.Token != token => PosError.Answer(StatusCodes.Status401Unauthorized, "Invalid token"),
            { Details.CallbackUrl: { } url } p => Json(new CallbackResponse(url, p.Attempts.Any(a => a.IsDone), p.CallAt, p.Attempts)),
            _ => PosError.Answer(StatusCodes.Status404NotFound, "The transaction has no PosNotificationCallbackUrl"),
        };

    private static IResult Ended(SmartConnectService service, string id) =>
        Json(TransactionWire.Polled(service.State.Payments[id], service.State.Payments, service.Now, service.Settings));

    private static IResult Json<T>(T body) => Results.Json(body, TransactionWire.Options);
}
