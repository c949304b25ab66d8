using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Locations;

/// <summary>Location details with the terminal list: adding and deleting terminals, Get Pairing Code.</summary>
internal static class TerminalPages
{
    public static void MapTerminals(this AdminGate gate, AdminParts parts, LocationQueries desk)
    {
        gate.Post("/admin/locations/{id}/terminals", AdminAction.ManageTerminals, request => AddAsync(request, parts, desk));
        gate.Post("/admin/locations/{id}/terminals/{serial}/code", AdminAction.GetPairingCode, request => CodeAsync(request, parts, desk));
        gate.Get("/admin/locations/{id}/terminals/{serial}/delete", AdminAction.ManageTerminals, request => ConfirmAsync(request, desk));
        gate.Get("/admin/terminals/{serial}/delete", AdminAction.ManageTerminals, request => ConfirmHomelessAsync(request, desk));
        gate.Post("/admin/terminals/{serial}/delete", AdminAction.ManageTerminals, async request =>
            await IsHomelessAsync(request, desk) && await parts.Macs.Locations.DeleteTerminalAsync(request.Route("serial"))
                ? AdminRequest.Go("/admin/locations?notice=terminal-deleted")
                : await request.NotFoundAsync("such terminal without a location", Tabs.Locations));
        gate.Post("/admin/locations/{id}/terminals/{serial}/delete", AdminAction.ManageTerminals, async request =>
            await IsHereAsync(request, desk) && await parts.Macs.Locations.DeleteTerminalAsync(request.Route("serial"))
                ? AdminRequest.Go($"/admin/locations/{request.Route("id")}?notice=terminal-deleted")
                : await request.NotFoundAsync("such terminal at this location", Tabs.Locations));
    }

    public static async Task<IResult> DetailsAsync(AdminRequest request, LocationQueries desk, FormValues typed, string? serial = null,
        PairingCode? code = null, string? refusal = null)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } location)
        {
            return await request.NotFoundAsync("such location", Tabs.Locations);
        }

        return await request.PageAsync<LocationPage>(
            refusal is not null ? StatusCodes.Status409Conflict : typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            location.Name, Tabs.Locations, ("Location", location), ("Terminals", await desk.TerminalsAsync(location.Id)),
            ("FormValues", typed),
            ("Serial", serial), ("Code", code), ("Problem", refusal));
    }

    private static async Task<IResult> AddAsync(AdminRequest request, AdminParts parts, LocationQueries desk)
    {
        var serial = request.Form.Required("serial", "ID", 64);
        if (request.Form.IsValid
            && (Validation.Serial(serial) ?? await parts.Macs.Locations.AddTerminalAsync(serial, request.Route("id"))) is { } why)
        {
            request.Form.Fail("serial", $"{char.ToUpperInvariant(why[0])}{why[1..]}.");
        }

        return request.Form.IsValid
            ? AdminRequest.Go($"/admin/locations/{request.Route("id")}?notice=terminal-added")
            : await DetailsAsync(request, desk, request.Form);
    }

    /// <summary>
    /// MACS stores the code's hash only; the code itself is shown at an address of its own as long as it can be used, so that a page that
    /// is loaded again makes no new one.
    /// </summary>
    private static async Task<IResult> CodeAsync(AdminRequest request, AdminParts parts, LocationQueries desk)
    {
        var serial = request.Route("serial");
        if (!await IsHereAsync(request, desk))
        {
            return await request.NotFoundAsync("such terminal at this location", Tabs.Locations);
        }

        return await parts.Macs.Pairing.GetCodeAsync(serial) is { } code
            ? AdminRequest.Go($"/admin/locations/{request.Route("id")}?code={parts.ShownCodes.Add(serial, code)}")
            : await DetailsAsync(
                request, desk, new(), serial, null, $"{serial} is paired: a pairing code cannot be generated for a paired POS.");
    }

    private static async Task<bool> IsHomelessAsync(AdminRequest request, LocationQueries desk) =>
        await desk.TerminalAsync(request.Route("serial")) is { LocationId: null };

    private static async Task<IResult> ConfirmHomelessAsync(AdminRequest request, LocationQueries desk) =>
        !await IsHomelessAsync(request, desk)
        ? await request.NotFoundAsync("such terminal without a location", Tabs.Locations)
        : await request.PageAsync<ConfirmPage>(
            "Delete a terminal", Tabs.Locations, ("Question", $"Delete the terminal {request.Route("serial")}?"),
            ("Consequence", "MACS will refuse everything it sends. To use it again, add it and pair it anew."),
            ("Back", "/admin/locations"));

    private static async Task<bool> IsHereAsync(AdminRequest request, LocationQueries desk) =>
        (await desk.TerminalAsync(request.Route("serial")))?.LocationId == request.Route("id");

    private static async Task<IResult> ConfirmAsync(AdminRequest request, LocationQueries desk) => !await IsHereAsync(request, desk)
        ? await request.NotFoundAsync("such terminal at this location", Tabs.Locations)
        : await request.PageAsync<ConfirmPage>(
            "Delete a terminal", Tabs.Locations, ("Question", $"Delete the terminal {request.Route("serial")}?"),
            ("Consequence", "MACS will refuse everything it sends. To use it again, add it and pair it anew."),
            ("Back", $"/admin/locations/{request.Route("id")}"));
}
