using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// What payment devices ask; the vendor's own device protocol is not public, so this one is the lab's. {device} is the internal
/// id. A device signs on when it is switched on and sends the session as bearer token from then on; it looks for something new
/// about once a second, and a device that is not heard of for a minute counts as offline.
/// </summary>
public static class DeviceApi
{
    private const int LongestReason = 40;

    /// <summary>What a device can say of a payment; the other outcomes are the server's.</summary>
    private static readonly Dictionary<string, PaymentOutcome> Outcomes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accepted"] = PaymentOutcome.Accepted,
        ["declined"] = PaymentOutcome.Declined,
        ["cancelled"] = PaymentOutcome.Cancelled,
        ["unavailable"] = PaymentOutcome.Unavailable,
        ["failed"] = PaymentOutcome.Failed,
    };

    /// <summary>Maps <c>/Device</c>.</summary>
    public static void MapDevice(this IEndpointRouteBuilder routes, SmartConnectService service)
    {
        var device = routes.MapGroup("/Device/{device}").WithTags("Payment device");
        device.MapPost("/SignOn", (string device, SignOnRequest request) => SignOnAsync(service, device, request))
            .Produces<SignOnResponse>()
            .WithSummary("The device was switched on")
            .WithDescription(
                "Hardware that signed on before with this internal id is out of service from now on. The session is the bearer token "
                + "of everything else here.");
        device.MapGet("", (string device, long? after, HttpContext http) => LookAsync(service, device, after, http))
            .Produces<DeviceResponse>().Produces(304)
            .WithSummary("What is new")
            .WithDescription(
                "Asked about once a second; 304 when there is nothing. A device that is not heard of for a minute counts as offline.");
        device.MapPost("/PairingCode", (string device, HttpContext http) => ShowCodeAsync(service, device, http))
            .Produces<PairingCodeResponse>()
            .WithSummary("A new pairing code to show")
            .WithDescription("The old one dies.");
        device.MapDelete("/PairingCode", (string device, HttpContext http) =>
                DoneAsync(service.DoAsync(new HideCode(device, Bearer(http)))))
            .Produces(204)
            .WithSummary("Pairing is closed")
            .WithDescription("The code that is shown dies.");
        device.MapDelete("/Registers", (string device, string? register, bool? all, HttpContext http) =>
                UnpairAsync(service, device, register, all, http))
            .Produces(204)
            .WithSummary("Unpairs one register, or all of them")
            .WithDescription("One by its id in ?register, all of them with ?all=true.");
        device.MapPost("/Payments/Next", (string device, HttpContext http) => TakePaymentAsync(service, device, http))
            .Produces<DevicePaymentResponse>().Produces(204)
            .WithSummary("Fetches the next payment")
            .WithDescription("The same one again until its outcome is said; 204 when there is none.");
        device.MapPost("/Payments/{payment}/Outcome", (string device, string payment, OutcomeRequest request, HttpContext http) =>
                FinishAsync(service, device, payment, request, http))
            .Produces(204)
            .WithSummary("Says how a payment ended")
            .WithDescription("Accepted, declined, cancelled, unavailable or failed. It may be said again when the answer was lost.");
    }

    private static async Task<IResult> SignOnAsync(SmartConnectService service, string device, SignOnRequest request)
    {
        if (!IsId(device) || !IsId(request.SerialNumber))
        {
            return Refusals.ForDevice(Refusal.BadDevice);
        }

        if (PlayedEnd.Parse(request.Plays ?? PlayedEnd.NameOf(Plays.Person)) is not { } plays)
        {
            return Refusals.ForDevice(Refusal.BadPlays);
        }

        var session = SmartConnectCodes.Token();
        await service.DoAsync(new SignOn(device, request.SerialNumber, session, plays));
        return Json(new SignOnResponse(session));
    }

    private static async Task<IResult> LookAsync(SmartConnectService service, string id, long? after, HttpContext http)
    {
        if ((await service.DoAsync(new SeeDevice(id, Bearer(http)))).Refusal is { } reason)
        {
            return Refusals.ForDevice(reason);
        }

        var state = service.State;
        var device = state.Devices[id];
        return device.Version == after ? Results.StatusCode(StatusCodes.Status304NotModified) : Json(new DeviceResponse(
            device.Version,
            [.. device.Registers.Select(r => state.Registers[r]).Select(r => new DeviceRegisterResponse(r.Id, r.Label, r.Business))],
            device.Pairings,
            device.LastPaired is { } last ? state.Registers.GetValueOrDefault(last)?.Label ?? last : null,
            device.Queue.Count,
            device.Busy));
    }

    private static async Task<IResult> ShowCodeAsync(SmartConnectService service, string device, HttpContext http) =>
        Answer(await service.ShowCodeAsync(device, Bearer(http)), answer => Json(new PairingCodeResponse(
            answer.The<CodeShown>().Code, service.Settings.CodeRefresh.TotalSeconds, service.Settings.CodeLifetime.TotalSeconds)));

    private static async Task<IResult> UnpairAsync(
        SmartConnectService service, string device, string? register, bool? all, HttpContext http) => (register, all) switch
        {
            ({ Length: > 0 }, null or false) => await DoneAsync(service.DoAsync(new UnpairRegister(device, Bearer(http), register))),
            (null, true) => await DoneAsync(service.DoAsync(new UnpairAll(device, Bearer(http)))),
            _ => Refusals.ForDevice(Refusal.BadRequest),
        };

    private static async Task<IResult> TakePaymentAsync(SmartConnectService service, string device, HttpContext http) =>
        Answer(await service.DoAsync(new TakePayment(device, Bearer(http))), _ =>
        {
            var state = service.State;
            return state.Devices[device].Taken is { } taken && state.Payments[taken] is var payment
                ? Json(new DevicePaymentResponse(
                    payment.Id, payment.Register.Label, payment.Type, payment.Amount, payment.Details?.Cash, payment.Details?.Reference))
                : Results.NoContent();
        });

    private static async Task<IResult> FinishAsync(
        SmartConnectService service, string device, string payment, OutcomeRequest request, HttpContext http)
    {
        if (!Outcomes.TryGetValue(request.Outcome ?? "", out var outcome))
        {
            return Refusals.ForDevice(Refusal.BadOutcome);
        }

        if (request.Report is { } report && !IsReport(report))
        {
            return Refusals.ForDevice(Refusal.BadReport);
        }

        // A full card number must not get as far as a disk or a log.
        return request.Card?.CardPan is { } pan && pan.Count(char.IsAsciiDigit) > 10
            ? Refusals.ForDevice(Refusal.BadCard)
            : await DoneAsync(service.DoAsync(new FinishPayment(device, Bearer(http), payment, outcome, request.Card, request.Report)));
    }

    private static bool IsReport(OutcomeReport report) =>
        report is { Surcharge: >= 0 and <= TransactionForm.MostCents, Tip: >= 0 and <= TransactionForm.MostCents }
        && (report.Reason is null || (report.Reason.Length <= LongestReason && !report.Reason.Any(char.IsControl)));

    private static bool IsId(string? text) =>
        text is { Length: > 0 and <= Refusals.LongestId } && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    private static string Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..]
            : "";

    private static async Task<IResult> DoneAsync(Task<SmartConnectAnswer> answer) => Answer(await answer, _ => Results.NoContent());

    private static IResult Answer(SmartConnectAnswer answer, Func<SmartConnectAnswer, IResult> whenDone) =>
        answer.Refusal is { } reason ? Refusals.ForDevice(reason) : whenDone(answer);

    private static IResult Json<T>(T body) => Results.Json(body, LabJson.Options);
}
