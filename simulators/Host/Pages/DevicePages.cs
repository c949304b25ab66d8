using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>A device's page, its live part, and what a person does to it.</summary>
internal static class DevicePages
{
    /// <summary>Maps the pages of all devices.</summary>
    public static void MapDevicePages(this IEndpointRouteBuilder routes, LabSite site, LiveBoard board)
    {
        routes.MapGet("/devices/{id}", (string id) => site.Devices.Find(id) is { } device
            ? PageAsync(device, board)
            : UnknownAsync(site, board, id));
        routes.MapGet("/devices/{id}/panel", (string id, string? on) => site.Devices.Find(id) is { } device
            ? PartAsync(device, board, on == "bench")
            : GoneAsync(id));
        routes.MapPost("/devices/{id}/press", (string id, HttpContext http) => WorkAsync(site, board, id, http, async (device, form) =>
            await PanelForm.EnterAsync(device, form) ?? await PanelForm.PressAsync(device, form)));
        routes.MapPost("/devices/{id}/enter", (string id, HttpContext http) => WorkAsync(site, board, id, http, PanelForm.EnterAsync));
    }

    private static async Task<IResult> WorkAsync(
        LabSite site, LiveBoard board, string id, HttpContext http, Func<IDevice, IFormCollection, Task<string?>> work)
    {
        var isPart = http.Request.Headers.ContainsKey("HX-Request");
        if (site.Devices.Find(id) is not { } device)
        {
            return isPart ? await GoneAsync(id) : await UnknownAsync(site, board, id);
        }

        var form = http.Request.HasFormContentType ? await RequestForm.ReadAsync(http.Request) : FormCollection.Empty;
        var refusal = await work(device, form);
        var onBench = form["on"] == "bench";
        return isPart ? await PartAsync(device, board, onBench, refusal)
            : refusal is not null ? await PageAsync(device, board, refusal)
            : Results.LocalRedirect(onBench ? $"{BenchView.Tab(device.Info.System)}#device-{id}" : $"/devices/{id}");
    }

    private static Task<IResult> PageAsync(IDevice device, LiveBoard board, string? refusal = null) =>
        PageWriter.PageAsync<DevicePage>(
            $"{device.Info.Id} · PairingLab",
            board,
            new() { ["Part"] = DeviceShown.Of(device, board, onBench: false, refusal) },
            Status(refusal));

    private static Task<IResult> PartAsync(IDevice device, LiveBoard board, bool onBench, string? refusal = null) =>
        PageWriter.FragmentAsync<DevicePart>(new() { ["Part"] = DeviceShown.Of(device, board, onBench, refusal) }, Status(refusal));

    private static Task<IResult> UnknownAsync(LabSite site, LiveBoard board, string id) => PageWriter.PageAsync<UnknownPage>(
        "No such device · PairingLab",
        board,
        new() { ["Id"] = id, ["Others"] = (IReadOnlyList<string>)[.. site.Devices.All.Select(d => d.Info.Id)] },
        StatusCodes.Status404NotFound);

    /// <summary>An open page asks for what has just been removed: that is news for it, and no error.</summary>
    private static Task<IResult> GoneAsync(string id) => PageWriter.FragmentAsync<GonePart>(new() { ["Id"] = id });

    private static int Status(string? refusal) => refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
}
