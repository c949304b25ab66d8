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

    /// <summary>Maps the panel of every device on the shelf.</summary>
    public static void MapPanels(this IEndpointRouteBuilder routes, DeviceShelf shelf)
    {
        routes.MapGet("/lab/devices/{id}/panel", (string id, long? after, int? wait, HttpContext http) =>
            OnDevice(shelf, id, http, async device =>
            {
                if (after is { } seen && wait is { } limit)
                {
                    var longest = Math.Min(LongestWait.TotalMilliseconds, Math.Max(0, limit));
                    await shelf.WaitForChangeAsync(id, seen, TimeSpan.FromMilliseconds(longest), http.RequestAborted);
                }

                return Show(shelf, device, http);
            }));

        routes.MapPost("/lab/devices/{id}/press", (string id, PressRequest press, HttpContext http) =>
            OnDevice(shelf, id, http, device => PressAsync(shelf, device, press.Button, http)));

        routes.MapPost("/lab/devices/{id}/enter", (string id, EnterRequest entry, HttpContext http) =>
            OnDevice(shelf, id, http, device => EnterAsync(shelf, device, entry, http)));

        routes.MapPost("/lab/devices/{id}/power", (string id, PowerRequest power, HttpContext http) =>
            OnDevice(shelf, id, http, async device =>
            {
                await device.PowerAsync(power.On);
                return Show(shelf, device, http);
            }));
    }

    /// <summary>What is wrong with pressing this button now; null when nothing is.</summary>
    public static LabError? WhyNotPress(Panel panel, string? button) => panel.Buttons.FirstOrDefault(b => b.Name == button) switch
    {
        null => new("no_such_button", $"no button '{button}'; there are: {Names(panel.Buttons.Select(b => b.Name))}"),
        { Enabled: false } => new("button_dead", $"the button '{button}' is dead now"),
        _ => null,
    };

    /// <summary>What is wrong with typing into this field now; null when nothing is.</summary>
    public static LabError? WhyNotEnter(Panel panel, string? field) => panel.Fields.FirstOrDefault(f => f.Name == field) switch
    {
        null => new("no_such_field", $"no field '{field}'; there are: {Names(panel.Fields.Select(f => f.Name))}"),
        { Enabled: false } => new("field_dead", $"the field '{field}' takes no input now"),
        _ => null,
    };

    private static async Task<IResult> PressAsync(DeviceShelf shelf, IDevice device, string? button, HttpContext http)
    {
        if (WhyNotPress(device.Panel, button) is { } error)
        {
            return LabError.Conflict(error);
        }

        await device.PressAsync(button!);
        return Show(shelf, device, http);
    }

    private static async Task<IResult> EnterAsync(DeviceShelf shelf, IDevice device, EnterRequest entry, HttpContext http)
    {
        if (WhyNotEnter(device.Panel, entry.Field) is { } error)
        {
            return LabError.Conflict(error);
        }

        await device.EnterAsync(entry.Field!, entry.Text ?? "");
        return Show(shelf, device, http);
    }

    private static async Task<IResult> OnDevice(DeviceShelf shelf, string id, HttpContext http, Func<IDevice, Task<IResult>> work) =>
        shelf.Find(id) is { } device
            ? await work(device)
            : LabError.NotFound("no_such_device", $"no device '{id}'; there are: {Names(shelf.All.Select(d => d.Card.Id))}");

    private static IResult Show(DeviceShelf shelf, IDevice device, HttpContext http)
    {
        // The version is read first: a change in between makes the next reader come back, never miss it.
        http.Response.Headers["Panel-Version"] = shelf.Version(device.Card.Id).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(device.Panel.WithoutSecrets(), LabJson.Options);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
