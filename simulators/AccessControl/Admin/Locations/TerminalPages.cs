using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Locations;

/// <summary>Location details with the terminal list: adding and deleting terminals, Get Pairing Code.</summary>
internal static class TerminalPages
{
    public static void MapTerminals(this AdminGate gate, AdminParts parts, LocationDesk desk)
    {
        gate.Post("/admin/locations/{id}/terminals", AdminAction.ManageTerminals, request => AddAsync(request, parts, desk));
        gate.Post("/admin/locations/{id}/terminals/{serial}/code", AdminAction.GetPairingCode, request => CodeAsync(request, parts, desk));
        gate.Get("/admin/locations/{id}/terminals/{serial}/delete", AdminAction.ManageTerminals, request => ConfirmAsync(request, desk));
        gate.Post("/admin/locations/{id}/terminals/{serial}/delete", AdminAction.ManageTerminals, async request =>
            await IsHereAsync(request, desk) && await parts.Macs.Places.DeleteTerminalAsync(request.Route("serial"))
                ? AdminRequest.Go($"/admin/locations/{request.Route("id")}?notice=terminal-deleted")
                : await request.NotFoundAsync("such terminal at this location", Tabs.Locations));
    }

    public static async Task<IResult> DetailsAsync(AdminRequest request, LocationDesk desk, Typed typed, string? serial = null, PairingCode? code = null, string? refusal = null)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } location)
        {
            return await request.NotFoundAsync("such location", Tabs.Locations);
        }

        return await request.PageAsync<LocationPage>(
            refusal is not null ? StatusCodes.Status409Conflict : typed.IsSound ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            location.Name, Tabs.Locations, ("Location", location), ("Terminals", await desk.TerminalsAsync(location.Id)), ("Typed", typed),
            ("Serial", serial), ("Code", code), ("Problem", refusal));
    }

    private static async Task<IResult> AddAsync(AdminRequest request, AdminParts parts, LocationDesk desk)
    {
        var serial = request.Form.Required("serial", "ID", 64);
        if (request.Form.IsSound && (WhyNot.Serial(serial) ?? await parts.Macs.Places.AddTerminalAsync(serial, request.Route("id"))) is { } why)
        {
            request.Form.Fail("serial", $"{char.ToUpperInvariant(why[0])}{why[1..]}.");
        }

        return request.Form.IsSound
            ? AdminRequest.Go($"/admin/locations/{request.Route("id")}?notice=terminal-added")
            : await DetailsAsync(request, desk, request.Form);
    }

    /// <summary>The code is shown once, in this answer: MACS keeps only its hash.</summary>
    private static async Task<IResult> CodeAsync(AdminRequest request, AdminParts parts, LocationDesk desk)
    {
        var serial = request.Route("serial");
        if (!await IsHereAsync(request, desk))
        {
            return await request.NotFoundAsync("such terminal at this location", Tabs.Locations);
        }

        var code = await parts.Macs.Pairing.GetCodeAsync(serial);
        return await DetailsAsync(request, desk, new(), serial, code, code is null ? $"{serial} is paired: a pairing code cannot be generated for a paired POS." : null);
    }

    private static async Task<bool> IsHereAsync(AdminRequest request, LocationDesk desk) =>
        (await desk.TerminalAsync(request.Route("serial")))?.LocationId == request.Route("id");

    private static async Task<IResult> ConfirmAsync(AdminRequest request, LocationDesk desk) => !await IsHereAsync(request, desk)
        ? await request.NotFoundAsync("such terminal at this location", Tabs.Locations)
        : await request.PageAsync<ConfirmPage>(
            "Delete a terminal", Tabs.Locations, ("Question", $"Delete the terminal {request.Route("serial")}?"),
            ("Consequence", "MACS will refuse everything it sends. To use it again, add it and pair it anew."), ("Back", $"/admin/locations/{request.Route("id")}"));
}
