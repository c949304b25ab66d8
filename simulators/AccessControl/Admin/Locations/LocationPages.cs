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
        var desk = new LocationDesk(parts.Database, parts.Macs.Places);
        gate.Get("/admin/locations", AdminAction.SeeLocations, async request => await request.PageAsync<LocationList>(
            "Locations", Tabs.Locations, ("Query", request.Query), ("Locations", await desk.ListAsync(request.Query)), ("Sorting", LocationDesk.SortingOf(request.Query))));
        gate.Get("/admin/locations/new", AdminAction.ManageLocations, request => FormAsync(request, null, new()));
        gate.Post("/admin/locations/new", AdminAction.ManageLocations, async request => Read(request.Form, "") is var location && request.Form.IsSound
            ? AdminRequest.Go($"/admin/locations/{await desk.AddAsync(location)}?notice=location-added")
            : await FormAsync(request, null, request.Form));
        gate.Get("/admin/locations/{id}", AdminAction.SeeLocations, request => TerminalPages.DetailsAsync(request, desk, new()));
        gate.Get("/admin/locations/{id}/edit", AdminAction.ManageLocations, async request => await desk.FindAsync(request.Route("id")) is { } location
            ? await FormAsync(request, location, Typed(location))
            : await request.NotFoundAsync("such location", Tabs.Locations));
        gate.Post("/admin/locations/{id}/edit", AdminAction.ManageLocations, request => SaveAsync(request, parts, desk));
        gate.Get("/admin/locations/{id}/delete", AdminAction.ManageLocations, request => ConfirmAsync(request, desk));
        gate.Post("/admin/locations/{id}/delete", AdminAction.ManageLocations, async request => await parts.Macs.Places.DeleteAsync(request.Route("id"))
            ? AdminRequest.Go("/admin/locations?notice=location-deleted")
            : await request.NotFoundAsync("such location", Tabs.Locations));
        gate.MapTerminals(parts, desk);
    }

    private static async Task<IResult> SaveAsync(AdminRequest request, AdminParts parts, LocationDesk desk)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } before)
        {
            return await request.NotFoundAsync("such location", Tabs.Locations);
        }

        var location = Read(request.Form, before.Id);
        if (!request.Form.IsSound)
        {
            return await FormAsync(request, before, request.Form);
        }

        await parts.Macs.Places.SaveAsync(location);
        return AdminRequest.Go($"/admin/locations/{before.Id}?notice=location-saved");
    }

    private static Typed Typed(LocationRow l) => new()
    {
        ["name"] = l.Name, ["country"] = l.Country, ["service"] = l.Service, ["postalCode"] = l.PostalCode, ["city"] = l.City, ["address"] = l.Address,
        ["cooldown"] = l.CooldownMinutes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static LocationRow Read(Typed form, string id)
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

    private static Task<IResult> FormAsync(AdminRequest request, LocationRow? location, Typed typed) => request.PageAsync<LocationForm>(
        typed.IsSound ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        location is null ? "Add a location" : location.Name, Tabs.Locations, ("Location", location), ("Typed", typed));

    private static async Task<IResult> ConfirmAsync(AdminRequest request, LocationDesk desk) => await desk.FindAsync(request.Route("id")) is not { } location
        ? await request.NotFoundAsync("such location", Tabs.Locations)
        : await request.PageAsync<ConfirmPage>(
            "Delete a location", Tabs.Locations, ("Question", $"Delete the location {location.Name}?"),
            ("Consequence", "Its terminals stay paired but belong to no location: they answer UNKNOWN_DEVICE until they are deleted and added elsewhere."),
            ("Back", $"/admin/locations/{location.Id}"));
}
