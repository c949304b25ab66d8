using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Panels;

namespace PairingLab.Kernel.Web;

/// <summary><c>/lab/devices/{id}/panel</c>, <c>/press</c>, <c>/enter</c> and <c>/power</c>: any device worked by any client.</summary>
public static class PanelEndpoints
{
    /// <summary>The longest that a reader may wait for a change; real time.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The longest text of a field: it is shown, kept and sent with every reading of the panel.</summary>
    private const int LongestText = 10_000;

    /// <summary>How long a text is waited for when nobody says how long; real time.</summary>
    private const double UsualSeconds = 30;

    /// <summary>The longest that a text is waited for: the slowest pairing times out sooner.</summary>
    private const double MostSeconds = 300;

    /// <summary>Maps the panel of every device.</summary>
    public static void MapPanels(this IEndpointRouteBuilder routes, DeviceRegistry devices)
    {
        routes.MapGet("/lab/devices/{id}/panel", (string id, HttpRequest request) =>
            OnDevice(devices, id, device => ReadAsync(devices, device, request)));

        routes.MapPost("/lab/devices/{id}/press", (string id, HttpRequest request) => OnDevice(devices, id, device =>
            request.WithBodyAsync<PressRequest>(press => PressAsync(devices, device, press, request.HttpContext))));

        routes.MapPost("/lab/devices/{id}/enter", (string id, HttpRequest request) => OnDevice(devices, id, device =>
            request.WithBodyAsync<EnterRequest>(entry => EnterAsync(devices, device, entry, request.HttpContext))));

        routes.MapPost("/lab/devices/{id}/power", (string id, HttpRequest request) => OnDevice(devices, id, device =>
            request.WithBodyAsync<PowerRequest>(async power =>
            {
                await device.PowerAsync(power.On);
                return Show(devices, device, request.HttpContext);
            })));
    }

    /// <summary>What is wrong with pressing this button now; null when nothing is.</summary>
    public static LabError? WhyNotPress(Panel panel, string? button) => panel.Buttons.FirstOrDefault(b => b.Name == button) switch
    {
        null => new("no_such_button", $"no button '{button}'; there are: {Names(panel.Buttons.Select(b => b.Name))}"),
        { Enabled: false } => new("button_dead", $"the button '{button}' is dead now"),
        _ => null,
    };

    /// <summary>What is wrong with typing this text into this field now; null when nothing is.</summary>
    public static LabError? WhyNotEnter(Panel panel, string? field, string? text) =>
        panel.Fields.FirstOrDefault(f => f.Name == field) switch
        {
            null => new("no_such_field", $"no field '{field}'; there are: {Names(panel.Fields.Select(f => f.Name))}"),
            { Enabled: false } => new("field_dead", $"the field '{field}' takes no input now"),
            _ when text?.Length > LongestText => new("text_too_long", $"the field '{field}' takes at most {LongestText} characters"),
            _ => null,
        };

    private static async Task<IResult> ReadAsync(DeviceRegistry devices, IDevice device, HttpRequest request)
    {
        var query = new LabQuery(request, "after", "wait", "until", "timeout");
        var (after, wait) = (query.Whole("after"), query.Whole("wait"));
        var (until, timeout) = (query.Text("until"), query.Number("timeout"));
        if ((query.WhyNot ?? WhyNotWait(until, timeout)) is { } whyNot)
        {
            return LabError.BadRequest("bad_query", whyNot);
        }

        if (after is { } seen && wait is { } limit)
        {
            var longest = TimeSpan.FromMilliseconds(Math.Min(LongestWait.TotalMilliseconds, Math.Max(0, limit)));
            await devices.WaitForChangeAsync(device.Info.Id, seen, longest, request.HttpContext.RequestAborted);
        }

        return await ShowWhenAsync(devices, device, until, timeout, request.HttpContext);
    }

    private static async Task<IResult> PressAsync(DeviceRegistry devices, IDevice device, PressRequest press, HttpContext http)
    {
        if (WhyNotWait(press.Until, press.Timeout) is { } whyNot)
        {
            return LabError.BadRequest("bad_request", whyNot);
        }

        if (WhyNotPress(device.Panel, press.Button) is { } error)
        {
            return LabError.Conflict(error);
        }

        await device.PressAsync(press.Button!);
        return await ShowWhenAsync(devices, device, press.Until, press.Timeout, http);
    }

    private static string? WhyNotWait(string? until, double? timeout) =>
        until is null ? timeout is null ? null : "timeout goes with until, the text that is waited for"
        : until.Length == 0 ? "until is empty; it is a text of the panel, or the name of a button, that is waited for"
        : timeout is <= 0 || timeout > MostSeconds || timeout is double.NaN
            ? $"timeout is invalid; it must be seconds, above 0 and at most {MostSeconds}"
        : null;

    /// <summary>The panel: at once, or when it shows what is waited for.</summary>
    private static async Task<IResult> ShowWhenAsync(
        DeviceRegistry devices, IDevice device, string? until, double? timeout, HttpContext http)
    {
        var seconds = timeout ?? UsualSeconds;
        return until is null
            || await devices.WaitUntilAsync(
                device.Info.Id, panel => Shows(panel, until), TimeSpan.FromSeconds(seconds), http.RequestAborted)
            ? Show(devices, device, http)
            : LabError.Conflict(new(
                "not_shown",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{until}' was not shown within {seconds} s; {Reading(device.Panel.WithoutSecrets())}")));
    }

    private static bool Shows(Panel panel, string text) =>
        Reading(panel).Says(text) || panel.Buttons.Any(b => b.Name == text && b.Enabled);

    private static async Task<IResult> EnterAsync(DeviceRegistry devices, IDevice device, EnterRequest entry, HttpContext http)
    {
        if (WhyNotEnter(device.Panel, entry.Field, entry.Text) is { } error)
        {
            return LabError.Conflict(error);
        }

        if (entry.Text is not { } text)
        {
            return LabError.BadRequest("bad_request", "member 'text' is missing: what is to stand in the field; \"\" clears it");
        }

        await device.EnterAsync(entry.Field!, text);
        return Show(devices, device, http);
    }

    private static async Task<IResult> OnDevice(DeviceRegistry devices, string id, Func<IDevice, Task<IResult>> work) =>
        devices.Find(id) is { } device
            ? await work(device)
            : LabError.NotFound("no_such_device", $"no device '{id}'; there are: {Names(devices.All.Select(d => d.Info.Id))}");

    private static IResult Show(DeviceRegistry devices, IDevice device, HttpContext http)
    {
        // The version is read first: a change in between makes the next reader come back, never miss it.
        http.Response.Headers[PanelReading.VersionHeader] = devices.Version(device.Info.Id).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(Reading(device.Panel.WithoutSecrets()), LabJson.Options);
    }

    private static PanelReading Reading(Panel panel) => new(
        panel.Device,
        panel.Title,
        panel.Texts,
        [.. panel.Buttons.Select(b => new ButtonReading(b.Name, b.Enabled))],
        [.. panel.Fields.Select(f => new FieldReading(f.Name, f.Value, f.Enabled))]);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
