using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Locations;

/// <summary>The tab Locations: list, details, form.</summary>
internal static class LocationPages
{
    public static void MapLocations(this AdminGate gate, AdminParts parts)
    {
        var desk = new LocationQueries(parts.Database, parts.Macs.Locations);
        gate.Get("/admin/locations", AdminAction.SeeLocations, async request => await request.PageAsync<LocationList>(
            "Locations", Tabs.Locations, ("Query", request.Query), ("Locations", await desk.ListAsync(request.Query)),
            ("Sorting", LocationQueries.SortingOf(request.Query)), ("Homeless", await desk.HomelessAsync())));
        gate.Get("/admin/locations/new", AdminAction.ManageLocations, request => FormAsync(request, null, new()));
        gate.Post("/admin/locations/new", AdminAction.ManageLocations, async request => Read(request.Form, "") is var location
            && request.Form.IsValid
            ? AdminRequest.Go($"/admin/locations/{await desk.AddAsync(location)}?notice=location-added")
            : await FormAsync(request, null, request.Form));
        gate.Get("/admin/locations/{id}", AdminAction.SeeLocations, request =>
            parts.ShownCodes.Find(request.Query["code"]) is var (serial, code)
                ? TerminalPages.DetailsAsync(request, desk, new(), serial, code)
                : TerminalPages.DetailsAsync(request, desk, new()));
        gate.Get("/admin/locations/{id}/edit", AdminAction.ManageLocations,
            async request => await desk.FindAsync(request.Route("id")) is { } location
            ? await FormAsync(request, location, FormValues(location))
            : await request.NotFoundAsync("such location", Tabs.Locations));
        gate.Post("/admin/locations/{id}/edit", AdminAction.ManageLocations, request => SaveAsync(request, parts, desk));
        gate.Get("/admin/locations/{id}/delete", AdminAction.ManageLocations, request => ConfirmAsync(request, desk));
        gate.Post("/admin/locations/{id}/delete", AdminAction.ManageLocations,
            async request => await parts.Macs.Locations.DeleteAsync(request.Route("id"))
            ? AdminRequest.Go("/admin/locations?notice=location-deleted")
            : await request.NotFoundAsync("such location", Tabs.Locations));
        gate.MapTerminals(parts, desk);
    }

    private static async Task<IResult> SaveAsync(AdminRequest request, AdminParts parts, LocationQueries desk)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } before)
        {
            return await request.NotFoundAsync("such location", Tabs.Locations);
        }

        var location = Read(request.Form, before.Id);
        if (!request.Form.IsValid)
        {
            return await FormAsync(request, before, request.Form);
        }

        if (await parts.Macs.Locations.SaveAsync(location, request.Form["stamp"] is { Length: > 0 } stamp ? stamp : null))
        {
            return AdminRequest.Go($"/admin/locations/{before.Id}?notice=location-saved");
        }

        request.Form.Fail("", "Not saved: somebody else changed this location while you were editing it. What you typed is still here. "
            + "Save again to put yours over it, or open the location anew to see theirs.");
        request.Form["stamp"] = Stamp.Of(before);
        return await FormAsync(request, before, request.Form);
    }

    private static FormValues FormValues(LocationRow l) => new()
    {
        ["stamp"] = Stamp.Of(l),
        ["name"] = l.Name,
        ["country"] = l.Country,
        ["service"] = l.Service,
        ["postalCode"] = l.PostalCode,
        ["city"] = l.City,
        ["address"] = l.Address,
        ["cooldown"] = l.CooldownMinutes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static LocationRow Read(FormValues form, string id)
    {
        if (!Enum.GetNames<Service>().Contains(form["service"]))
        {
            form.Fail("service", "Service must be Fast Line or Lounge.");
        }

        return new()
        {
            Id = id,
            Name = form.Required("name", "Name", 100),
            Country = CountryCode.Read(form, "country"),
            Service = form["service"],
            PostalCode = form.Required("postalCode", "Postal code", 20),
            City = form.Required("city", "City", 100),
            Address = form["address"],
            CooldownMinutes = form.Number("cooldown", "Cooldown period in minutes", 1, 525_600),
        };
    }

    private static Task<IResult> FormAsync(AdminRequest request, LocationRow? location, FormValues typed) =>
        request.PageAsync<LocationForm>(
        typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        location is null ? "Add a location" : location.Name, Tabs.Locations, ("Location", location), ("FormValues", typed));

    private static async Task<IResult> ConfirmAsync(AdminRequest request, LocationQueries desk) =>
        await desk.FindAsync(request.Route("id")) is not { } location
        ? await request.NotFoundAsync("such location", Tabs.Locations)
        : await request.PageAsync<ConfirmPage>(
            "Delete a location", Tabs.Locations, ("Question", $"Delete the location {location.Name}?"),
            ("Consequence", "Its terminals stay paired but belong to no location: "
                + "they answer UNKNOWN_DEVICE until they are added to another one. "
                + "Rules that name this location do not apply anywhere else."),
            ("Back", $"/admin/locations/{location.Id}"));
}
