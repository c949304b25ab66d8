using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Site;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>The bench page, its live parts, and what a person does on it beside the devices.</summary>
internal static class BenchPages
{
    /// <summary>Ten years: a longer step is a typing error.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(3653);

    /// <summary>The one that a person's "stuck segment" means: the middle one, which tells most digits apart.</summary>
    private const string StuckSegment = "g";

    /// <summary>Maps the bench page.</summary>
    public static void MapBench(this IEndpointRouteBuilder routes, LabSite site, LiveBoard board)
    {
        routes.MapGet("/", () => PageAsync(site, board));
        routes.MapGet("/bench/devices", () => PartAsync<DeviceList>(site, board));
        routes.MapGet("/bench/clock", () => PartAsync<ClockPart>(site, board));
        routes.MapGet("/bench/cables", () => PartAsync<CablePart>(site, board));
        routes.MapGet("/bench/lines", () => PartAsync<LinePart>(site, board));
        routes.MapGet("/bench/questions", () => PartAsync<QuestionPart>(site, board));
        routes.MapGet("/bench/guide", () => PartAsync<GuidePart>(site, board));
        routes.MapGet("/bench/exchanges", () => PartAsync<ExchangePart>(site, board));
        routes.MapPost("/bench/clock", (HttpRequest request) =>
            WorkAsync<ClockPart>(site, board, request.HttpContext, form => AdvanceAsync(site, form, request.HttpContext.RequestAborted)));
        routes.MapPost("/bench/cables/{id}", (string id, HttpContext http) =>
            WorkAsync<CablePart>(site, board, http, form => Task.FromResult(SetCable(site, id, form))));
        routes.MapPost("/bench/lines/{id}", (string id, HttpContext http) =>
            WorkAsync<LinePart>(site, board, http, form => Task.FromResult(WorkLine(site, id, form))));
        routes.MapPost("/bench/questions/{id:int}", (int id, HttpContext http) =>
            WorkAsync<QuestionPart>(site, board, http, form =>
                site.Questions.AnswerAsync(id, form["verdict"].ToString(), form["text"].ToString(), http.RequestAborted)));
        routes.MapPost("/bench/devices", (HttpRequest request) =>
            WorkAsync<DeviceList>(site, board, request.HttpContext, form => site.AddAsync(Spec(form))));
        routes.MapPost("/bench/devices/{id}/power", (string id, HttpContext http) => PowerAsync(site, board, id, http));
        routes.MapPost("/bench/devices/{id}/remove", async (string id, HttpContext http) =>
        {
            await site.RemoveAsync(id);
            return IsPart(http) ? Results.Ok() : Results.LocalRedirect("/");
        });
    }

    private static async Task<string?> AdvanceAsync(LabSite site, IFormCollection form, CancellationToken cancel)
    {
        if (!site.Clock.CanAdvance)
        {
            return "The clock is real, it can't be advanced; start the lab with --clock stepped.";
        }

        var text = form["button"].ToString() is { Length: > 0 } step ? step : form["advance"].ToString();
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) || span < TimeSpan.Zero || span > LongestStep)
        {
            return $"“{text}” is not a span of time; write it like 00:01:30 or 365.00:00:00.";
        }

        await site.Clock.AdvanceAsync(span, cancel);
        return null;
    }

    private static string? SetCable(LabSite site, string id, IFormCollection form)
    {
        if (site.Cables.Find(id) is not { } cable)
        {
            return $"There is no cable “{id}” any more.";
        }

        if (!Enum.TryParse<CableState>(form["state"], ignoreCase: true, out var state) || !Enum.IsDefined(state))
        {
            return $"No cable is “{form["state"]}”; it is connected, cut, slow or lossy.";
        }

        cable.Set(state);
        return form["to"].ToString() is { Length: > 0 } to
            && site.Devices.Find(id) is { } device
            && site.SystemOf(device).Connections(id).Now != to
            ? site.Connect(id, to)
            : null;
    }

    private static string? WorkLine(LabSite site, string id, IFormCollection form) => site.Lines.Find(id) is { } line
        ? LineWork.Do(line, new(form["do"].ToString(), Segment: StuckSegment))
        : $"There is no serial line “{id}” any more.";

    private static DeviceSpec Spec(IFormCollection form)
    {
        var kind = form["kind"].ToString().Split('/', 2);
        return new(form["id"].ToString().Trim(), kind[0], kind.ElementAtOrDefault(1));
    }

    private static async Task<IResult> PowerAsync(LabSite site, LiveBoard board, string id, HttpContext http)
    {
        if (site.Devices.Find(id) is not { } device)
        {
            return await PageWriter.FragmentAsync<GonePart>(new() { ["Id"] = id }, StatusCodes.Status404NotFound);
        }

        var form = await RequestForm.ReadAsync(http.Request);
        await device.PowerAsync(form["on"] == "true");
        return IsPart(http)
            ? await PageWriter.FragmentAsync<DevicePart>(new() { ["Part"] = DeviceShown.Of(device, board, onBench: true) })
            : Results.LocalRedirect($"/#device-{id}");
    }

    private static async Task<IResult> WorkAsync<TPart>(
        LabSite site, LiveBoard board, HttpContext http, Func<IFormCollection, Task<string?>> work)
        where TPart : Microsoft.AspNetCore.Components.IComponent
    {
        var refusal = await work(await RequestForm.ReadAsync(http.Request));
        return IsPart(http) ? await PartAsync<TPart>(site, board, refusal)
            : refusal is null ? Results.LocalRedirect("/")
            : await PageAsync(site, board, refusal);
    }

    private static Task<IResult> PageAsync(LabSite site, LiveBoard board, string? refusal = null) =>
        PageWriter.PageAsync<BenchPage>($"{site.Name} · PairingLab", board, Parameters(site, board, refusal), Status(refusal));

    private static Task<IResult> PartAsync<TPart>(LabSite site, LiveBoard board, string? refusal = null)
        where TPart : Microsoft.AspNetCore.Components.IComponent =>
        PageWriter.FragmentAsync<TPart>(Parameters(site, board, refusal), Status(refusal));

    private static Dictionary<string, object?> Parameters(LabSite site, LiveBoard board, string? refusal) =>
        new() { ["Site"] = site, ["Board"] = board, ["Refusal"] = refusal };

    private static int Status(string? refusal) => refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;

    private static bool IsPart(HttpContext http) => http.Request.Headers.ContainsKey("HX-Request");
}
