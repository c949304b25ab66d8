using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.AccessControl.Admin.Cards;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Locations;
using PairingLab.AccessControl.Admin.Operations;
using PairingLab.AccessControl.Admin.Rules;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Admin.Tables;
using PairingLab.AccessControl.Admin.Terms;
using PairingLab.AccessControl.Admin.Users;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin;

/// <summary>What all pages of the panel need.</summary>
internal sealed record AdminParts(MacsServices Macs, IMacsDatabase Database, LabClock Clock, AccessControlSettings Settings,
    Accounts Accounts, Branding Branding, ShownCodes ShownCodes);

/// <summary>The admin panel of MACS under /admin: the sign-in and the tabs.</summary>
internal sealed class AdminPanel(MacsServices macs, IMacsDatabase database, LabClock clock, AccessControlSettings settings)
{
    private readonly AdminParts parts =
        new(macs, database, clock, settings, new(database, clock, settings), Branding.Read(settings.Branding), new(clock));

    /// <summary>Adds the first Admin if there is no user.</summary>
    public Task SetUpAsync() => parts.Accounts.SetUpAsync();

    public void Map(IEndpointRouteBuilder routes)
    {
        MapAssets(routes);
        var gate = new AdminGate(routes, parts);
        gate.MapSignIn(parts);
        gate.MapPassword(parts);
        gate.MapUsers(parts);
        gate.MapRules(parts);
        gate.MapTables(parts);
        gate.MapOperations(parts);
        gate.MapCards(parts);
        gate.MapTerms(parts);
        gate.MapLocations(parts);
        gate.Get("/admin/{**rest}", null, request => request.NotFoundAsync($"page {request.Address.Path}", ""));
    }

    /// <summary>A page in place of an answer that could not be given.</summary>
    public IResult Trouble(int status, LabError error) => new TroublePage(status, error.Message, parts.Branding, clock);

    private void MapAssets(IEndpointRouteBuilder routes)
    {
        foreach (var asset in AdminAsset.All.Append(parts.Branding.Style).Append(parts.Branding.Logo).DistinctBy(a => a.Address))
        {
            routes.MapGet(asset.Address, async (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.ContentType = asset.Type;
                await http.Response.Body.WriteAsync(asset.Content, http.RequestAborted);
            }).ExcludeFromDescription();
        }
    }
}
