using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Admin.Users;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Api;

/// <summary>
/// The lab's own way to set MACS up (<c>/lab-admin</c>, no part of the seed), for scenarios and scripts; people have the admin panel: both use the
/// same application services. Asks for the admin token of the lab's directory.
/// </summary>
internal static class LabAdminApi
{
    private const int MostOperations = 500;

    public static void MapLabAdmin(this IEndpointRouteBuilder routes, MacsServices macs, UserDesk users, string token)
    {
        var admin = routes.MapGroup("/lab-admin").AddEndpointFilter((context, next) => IsToken(context.HttpContext, token)
            ? next(context)
            : ValueTask.FromResult<object?>(LabError.Answer(StatusCodes.Status401Unauthorized, new("no_token", "send Authorization: Bearer with the adminToken of GET /lab/directory"))));
        MapPlaces(admin, macs);
        MapRules(admin, macs);
        MapOperations(admin, macs);
        admin.MapPost("/users", (UserRequest user) => AddUserAsync(users, user));
    }

    private static void MapPlaces(RouteGroupBuilder admin, MacsServices macs)
    {
        admin.MapGet("/locations", async () => Json(await macs.Places.AllAsync()));
        admin.MapPost("/locations", async (LocationRow location) => WhyNot.Location(location) is { } why
            ? LabError.BadRequest("bad_location", why)
            : Json(await macs.Places.SaveAsync(location)));
        admin.MapDelete("/locations/{id}", async (string id) => Done(await macs.Places.DeleteAsync(id), $"no location '{id}'"));
        admin.MapGet("/terminals", async () => Json((await macs.Places.TerminalsAsync()).Select(t => new TerminalResponse(t.Serial, t.LocationId, t.Status))));
        admin.MapPost("/terminals", async (TerminalRequest terminal) =>
            (WhyNot.Serial(terminal.Serial) ?? await macs.Places.AddTerminalAsync(terminal.Serial!, terminal.LocationId)) is { } why
                ? LabError.BadRequest("bad_terminal", why)
                : Results.NoContent());
        admin.MapDelete("/terminals/{serial}", async (string serial) => Done(await macs.Places.DeleteTerminalAsync(serial), $"no terminal '{serial}'"));
        admin.MapPost("/terminals/{serial}/pairing-code", (string serial) => Code(macs, serial));
        admin.MapPost("/terminals/{serial}/unpair", async (string serial) => Done(await macs.Pairing.UnpairAsync(serial), $"no paired terminal '{serial}'"));
    }

    private static void MapRules(RouteGroupBuilder admin, MacsServices macs)
    {
        admin.MapGet("/rulesets", async () => Json((await macs.Rules.AllAsync()).Select(r => r.Ruleset)));
        admin.MapPost("/rulesets", async (Ruleset ruleset) => WhyNot.Ruleset(ruleset) is { } why
            ? LabError.BadRequest("bad_ruleset", why)
            : Json(new { id = await macs.Rules.SaveAsync(ruleset, "lab-admin") }));
        admin.MapDelete("/rulesets/{id:long}", async (long id) => Done(await macs.Rules.DeleteAsync(id), $"no ruleset {id}"));
        admin.MapPost("/issuers", async (IssuerRange issuer) =>
            issuer.Range is not { IsSound: true } ? LabError.BadRequest("bad_range", "range must have low and high, each the first 6 to 19 digits of a card number, in order")
            : await macs.Rules.AddIssuerAsync(issuer) ? Results.NoContent()
            : LabError.BadRequest("bad_range", "the range overlaps another one of the BIN table"));
        admin.MapPost("/rates", async (RateRequest rate) => rate is { Currency.Length: 3, NumericCode.Length: 3, Rate: > 0 }
            ? Json(await macs.Rules.SetRateAsync(rate.Currency, rate.NumericCode, rate.Rate))
            : LabError.BadRequest("bad_rate", "a rate has a currency (USD), its numericCode (840) and a rate above zero"));
        admin.MapPost("/whitelist", async (WhitelistRequest card) => PanVault.IsPan(card.Pan)
            ? Json(await macs.Lists.AddAsync(card.Pan!))
            : LabError.BadRequest("bad_pan", "pan must have 12 to 19 digits"));
    }

    private static void MapOperations(RouteGroupBuilder admin, MacsServices macs)
    {
        admin.MapGet("/operations", async () => Json((await macs.Places.OperationsAsync(MostOperations)).Select(OperationResponse.Of)));
        admin.MapPost("/operations/{id}/reverse", async (string id, ReverseRequest request) =>
            await macs.Reverse.ReverseAsync(id, request.UserId ?? "", request.Role, request.Reason ?? "") is { } code
                ? LabError.Conflict(new(code, $"the operation can't be reversed: {code}"))
                : Results.NoContent());
    }

    private static async Task<IResult> Code(MacsServices macs, string serial)
    {
        try
        {
            return await macs.Pairing.GetCodeAsync(serial) is { } code
                ? Json(new PairingCodeResponse(code.Code, code.Until))
                : LabError.Conflict(new("already_paired", $"terminal '{serial}' is paired; a pairing code cannot be generated for it"));
        }
        catch (KeyNotFoundException)
        {
            return LabError.NotFound("no_such_terminal", $"no terminal '{serial}'");
        }
    }

    private static async Task<IResult> AddUserAsync(UserDesk users, UserRequest user)
    {
        if (user is not { Email.Length: > 2, FirstName.Length: > 0, LastName.Length: > 0, Password.Length: >= Passwords.Shortest })
        {
            return LabError.BadRequest("bad_user", "a user has an email, a firstName, a lastName, a role and a password of at least 10 characters");
        }

        var added = await users.AddAsync(new() { Email = Accounts.Email(user.Email), FirstName = user.FirstName, LastName = user.LastName, Role = user.Role.ToString() }, user.Password);
        if (added && user.Consented)
        {
            await users.HasConsentedAsync(Accounts.Email(user.Email));
        }

        return added ? Results.NoContent() : LabError.BadRequest("bad_user", $"'{user.Email}' belongs to another user already");
    }

    private static IResult Done(bool done, string whyNot) => done ? Results.NoContent() : LabError.NotFound("not_found", whyNot);

    private static IResult Json<T>(T body) => Results.Json(body, LabJson.Options);

    private static bool IsToken(HttpContext http, string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}"));
}
