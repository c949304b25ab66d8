using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Site;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>The bench page with a tab for each system, its live parts, and what a person does on it beside the devices.</summary>
internal static class BenchPages
{
    /// <summary>The one that a person's "stuck segment" means: the middle one, which tells most digits apart.</summary>
    private const string StuckSegment = "g";

    /// <summary>Bytes: on its way to the desk it becomes a third longer, and no body may be longer than 16 MB.</summary>
    private const int LargestPhoto = 10 * 1024 * 1024;

    /// <summary>Maps the bench page.</summary>
    public static void MapBench(this IEndpointRouteBuilder routes, LabSite site, LiveBoard board)
    {
        routes.MapGet("/", (HttpRequest request) => PageAsync(BenchAsk.Tab(site, board, request.HttpContext, BenchView.First(site))));
        routes.MapGet("/systems/{system}", (string system, HttpContext http) => site.Systems.Any(s => s.Description.Name == system)
            ? PageAsync(BenchAsk.Tab(site, board, http, system))
            : PageWriter.PageAsync<UnknownSystemPage>(
                "No such system · PairingLab", board, new() { ["Name"] = system, ["Site"] = site }, StatusCodes.Status404NotFound));
        routes.MapPart<DeviceList>("/bench/devices", site, board);
        routes.MapPart<ClockPart>("/bench/clock", site, board);
        routes.MapPart<CablePart>("/bench/cables", site, board);
        routes.MapPart<LinePart>("/bench/lines", site, board);
        routes.MapPart<QuestionPart>("/bench/questions", site, board);
        routes.MapPart<GuidePart>("/bench/guide", site, board);
        routes.MapPart<HelpPart>("/bench/help", site, board);
        routes.MapPart<ExchangePart>("/bench/exchanges", site, board);
        routes.MapPost("/bench/clock", (HttpRequest request) =>
            WorkAsync<ClockPart>(BenchAsk.Of(site, board, request.HttpContext), form => ClockWork.DoAsync(site, form)));
        routes.MapPost("/bench/cables/{id}", (string id, HttpContext http) =>
            WorkAsync<CablePart>(BenchAsk.Of(site, board, http), form => Task.FromResult(SetCable(site, id, form))));
        routes.MapPost("/bench/lines/{id}", (string id, HttpContext http) =>
            WorkAsync<LinePart>(BenchAsk.Of(site, board, http), form => Task.FromResult(WorkLine(site, id, form))));
        routes.MapPost("/bench/questions/{id:int}", (int id, HttpContext http) =>
            WorkAsync<QuestionPart>(BenchAsk.Of(site, board, http), form => AnswerAsync(site, id, form, http.RequestAborted)));
        routes.MapPost("/bench/help/{id}", (string id, HttpContext http) =>
            WorkAsync<HelpPart>(BenchAsk.Of(site, board, http), _ => HelpAsync(site, board, id)));
        routes.MapPost("/bench/devices", (HttpRequest request) =>
            WorkAsync<DeviceList>(BenchAsk.Of(site, board, request.HttpContext), form => site.AddAsync(Spec(form))));
        routes.MapPost("/bench/devices/{id}/power", (string id, HttpContext http) => PowerAsync(site, board, id, http));
        routes.MapPost("/bench/devices/{id}/remove", (string id, HttpContext http) => RemoveAsync(BenchAsk.Of(site, board, http), id));
    }

    private static void MapPart<TPart>(this IEndpointRouteBuilder routes, string path, LabSite site, LiveBoard board)
        where TPart : BenchPart =>
        routes.MapGet(path, (HttpRequest request) => PartAsync<TPart>(BenchAsk.Of(site, board, request.HttpContext)));

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

    private static async Task<string?> AnswerAsync(LabSite site, int id, IFormCollection form, CancellationToken cancel)
    {
        var file = form.Files["photo"];
        if (file?.Length > LargestPhoto)
        {
            return $"The photo has {file.Length >> 20} MB; it may have {LargestPhoto >> 20}. The desk page makes it smaller by itself.";
        }

        using var photo = new MemoryStream();
        await (file?.CopyToAsync(photo, cancel) ?? Task.CompletedTask);
        return await site.Questions.AnswerAsync(
            id, form["verdict"].ToString(), form["text"].ToString(), photo.Length > 0 ? photo.ToArray() : null, cancel);
    }

    private static string? WorkLine(LabSite site, string id, IFormCollection form) => site.Lines.Find(id) is { } line
        ? LineWork.Do(line, new(form["do"].ToString(), Segment: StuckSegment))
        : $"There is no serial line “{id}” any more.";

    private static async Task<string?> HelpAsync(LabSite site, LiveBoard board, string id)
    {
        var help = site.Systems.SelectMany(s => s.Help([.. site.Devices.All])).FirstOrDefault(h => h.Id == id);
        var whyNot = help?.Act is { } act ? await act.DoAsync() : $"The lab has no help “{id}” now.";
        board.Tell(LiveBoard.Guide);
        return whyNot;
    }

    private static DeviceSpec Spec(IFormCollection form)
    {
        var kind = form["kind"].ToString().Split('/', 2);
        var software = form["base"].ToString().Trim();
        return new(form["id"].ToString().Trim(), kind[0], kind.ElementAtOrDefault(1), software.Length > 0 ? software : null);
    }

    private static async Task<IResult> PowerAsync(LabSite site, LiveBoard board, string id, HttpContext http)
    {
        if (site.Devices.Find(id) is not { } device)
        {
            return await PageWriter.FragmentAsync<GonePart>(new() { ["Id"] = id }, StatusCodes.Status404NotFound);
        }

        var form = await RequestForm.ReadAsync(http.Request);
        await device.PowerAsync(form["on"] == "true");
        return BenchAsk.IsPart(http)
            ? await PageWriter.FragmentAsync<DevicePart>(new() { ["Part"] = DeviceShown.Of(device, board, onBench: true) })
            : Results.LocalRedirect($"{BenchView.Tab(device.Info.System)}#device-{id}");
    }

    private static async Task<IResult> RemoveAsync(BenchAsk ask, string id)
    {
        var isThere = await ask.Site.RemoveAsync(id);
        if (!BenchAsk.IsPart(ask.Http))
        {
            return Results.LocalRedirect(ask.View.System is { } system ? BenchView.Tab(system) : "/");
        }

        var parameters = ask.Parameters();
        parameters["Said"] = isThere
            ? $"{id} has been removed. What it keeps is there again when a device of this id is added."
            : $"{id} had been removed already.";
        return await PageWriter.FragmentAsync<DeviceList>(parameters);
    }

    private static async Task<IResult> WorkAsync<TPart>(BenchAsk ask, Func<IFormCollection, Task<string?>> work)
        where TPart : BenchPart
    {
        var refusal = await work(await RequestForm.ReadAsync(ask.Http.Request));
        return BenchAsk.IsPart(ask.Http) ? await PartAsync<TPart>(ask, refusal)
            : refusal is null ? Results.LocalRedirect(ask.View.System is { } system ? BenchView.Tab(system) : "/")
            : await PageAsync(ask, refusal);
    }

    private static Task<IResult> PageAsync(BenchAsk ask, string? refusal = null) =>
        PageWriter.PageAsync<BenchPage>($"{ask.Site.Name} · PairingLab", ask.Board, ask.Parameters(refusal), Status(refusal));

    private static Task<IResult> PartAsync<TPart>(BenchAsk ask, string? refusal = null)
        where TPart : BenchPart => PageWriter.FragmentAsync<TPart>(ask.Parameters(refusal), Status(refusal));

    private static int Status(string? refusal) => refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
}

/// <summary>A request to the bench page, or to a part of it.</summary>
internal sealed record BenchAsk(LabSite Site, LiveBoard Board, HttpContext Http, BenchView View)
{
    /// <summary>A request of a page that is open: it says itself which tab that is. A program, which has no page, sees all.</summary>
    public static BenchAsk Of(LabSite site, LiveBoard board, HttpContext http) =>
        Tab(site, board, http, TabOf(site, http.Request.Headers["HX-Current-URL"]) ?? TabOf(site, http.Request.Headers.Referer));

    /// <summary>A request for a tab; null for all systems.</summary>
    public static BenchAsk Tab(LabSite site, LiveBoard board, HttpContext http, string? system) =>
        new(site, board, http, new(system, http.Request.Host.Host));

    /// <summary>Whether a page that is open asks for a part of itself.</summary>
    public static bool IsPart(HttpContext http) => http.Request.Headers.ContainsKey("HX-Request");

    private static string? TabOf(LabSite site, string? page) =>
        !Uri.TryCreate(page, UriKind.Absolute, out var address) ? null
        : address.AbsolutePath == "/" ? BenchView.First(site)
        : address.AbsolutePath.StartsWith(BenchView.Tab(""), StringComparison.Ordinal) ? address.AbsolutePath[BenchView.Tab("").Length..]
        : null;

    /// <summary>What a part of the page is drawn from.</summary>
    public Dictionary<string, object?> Parameters(string? refusal = null) =>
        new() { ["Site"] = Site, ["Board"] = Board, ["View"] = View, ["Refusal"] = refusal };
}
