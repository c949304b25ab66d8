using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Admin.Terms;
using PairingLab.AccessControl.Admin.Users;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Api;

/// <summary>
/// The lab's own way to set MACS up (<c>/lab-admin</c>, which the vendor's system does not have), for scenarios and scripts. People use the
/// admin panel; both call the same application services. Requests carry the admin token of the lab's directory.
/// </summary>
internal static class LabAdminApi
{
    private const int MostOperations = 500;

    public static void MapLabAdmin(this IEndpointRouteBuilder routes, MacsServices macs, UserCommands users,
        TermsDocuments documents, LabClock clock, string token)
    {
        var admin = routes.MapGroup("/lab-admin").AddEndpointFilter((context, next) => IsToken(context.HttpContext, token)
            ? next(context)
            : ValueTask.FromResult<object?>(
                LabError.Answer(StatusCodes.Status401Unauthorized,
                    new("no_token", "send Authorization: Bearer with the adminToken of GET /lab/directory"))));
        MapLocations(admin, macs);
        MapRules(admin, macs);
        MapOperations(admin, macs);
        admin.MapPost("/users", (UserRequest user) => AddUserAsync(users, user))
            .WithSummary("Adds a user of the admin panel")
            .WithDescription("With a name, a role and a password.");
        admin.MapPost("/documents", (DocumentRequest document) => AddDocumentAsync(documents, clock, document))
            .WithSummary("Adds Terms and Conditions or a Privacy Policy")
            .WithDescription("A plain text, valid from today on in place of the one before.");
    }

    private static void MapLocations(RouteGroupBuilder admin, MacsServices macs)
    {
        admin.MapGet("/locations", async () => Json(await macs.Locations.AllAsync()))
            .WithSummary("All locations")
            .WithDescription("The places that guests are let into.");
        admin.MapPost("/locations", async (LocationRow location) => Validation.Location(location) is { } why
            ? LabError.BadRequest("bad_location", why)
            : await macs.Locations.SaveAsync(location) ? Json(true)
            : LabError.BadRequest("bad_location", $"id '{location.Id}' was another location's, which was deleted; choose another id"))
            .WithSummary("Adds or changes a location")
            .WithDescription("The id says which. The id of a deleted location is refused.");
        admin.MapDelete("/locations/{id}", async (string id) => Done(await macs.Locations.DeleteAsync(id), $"no location '{id}'"))
            .WithSummary("Deletes a location")
            .WithDescription("Its id is not given to another one.");
        admin.MapGet("/terminals",
            async () => Json((await macs.Locations.TerminalsAsync()).Select(t => new TerminalResponse(t.Serial, t.LocationId, t.Status))))
            .WithSummary("All terminals")
            .WithDescription("Each with its location and whether it is paired.");
        admin.MapPost("/terminals", async (TerminalRequest terminal) =>
            (Validation.Serial(terminal.Serial) ?? await macs.Locations.AddTerminalAsync(terminal.Serial!, terminal.LocationId)) is { } why
                ? LabError.BadRequest("bad_terminal", why)
                : Results.NoContent())
            .WithSummary("Adds a terminal")
            .WithDescription("By its serial number. It is not paired yet.");
        admin.MapDelete("/terminals/{serial}",
            async (string serial) => Done(await macs.Locations.DeleteTerminalAsync(serial), $"no terminal '{serial}'"))
            .WithSummary("Deletes a terminal")
            .WithDescription("It is refused from now on.");
        admin.MapPost("/terminals/{serial}/pairing-code", (string serial) => Code(macs, serial))
            .WithSummary("A pairing code for a terminal")
            .WithDescription("With when it ends. A terminal that is paired gets none.");
        admin.MapPost("/terminals/{serial}/unpair",
            async (string serial) => Done(await macs.Pairing.UnpairAsync(serial), $"no paired terminal '{serial}'"))
            .WithSummary("Unpairs a terminal")
            .WithDescription("Its key is worth nothing afterwards.");
    }

    private static void MapRules(RouteGroupBuilder admin, MacsServices macs)
    {
        admin.MapGet("/rulesets", async () => Json((await macs.Rules.AllAsync()).Select(r => r.Ruleset)))
            .WithSummary("All rulesets")
            .WithDescription("Who may come in where, and for how much.");
        admin.MapPost("/rulesets", async (Ruleset ruleset) => Validation.Ruleset(ruleset) is { } why
            ? LabError.BadRequest("bad_ruleset", why)
            : Json(new { id = await macs.RuleCommands.SaveAsync(ruleset, "lab-admin") }))
            .WithSummary("Adds or changes a ruleset")
            .WithDescription("The answer has its id.");
        admin.MapDelete("/rulesets/{id:long}", async (long id) => Done(await macs.RuleCommands.DeleteAsync(id), $"no ruleset {id}"))
            .WithSummary("Deletes a ruleset")
            .WithDescription("Entries that it has let in stay.");
        admin.MapPost("/issuers", async (IssuerRange issuer) =>
            Validation.Issuer(issuer) is { } why ? LabError.BadRequest("bad_range", why)
            : await macs.RuleCommands.AddIssuerAsync(issuer) ? Results.NoContent()
            : LabError.BadRequest("bad_range", "the range overlaps another one of the BIN table"))
            .WithSummary("Adds a range to the BIN table")
            .WithDescription("Which issuer a card belongs to. Ranges do not overlap.");
        admin.MapPost("/rates", async (RateRequest rate) => Validation.Rate(rate) is { } why
            ? LabError.BadRequest("bad_rate", why)
            : Json(await macs.RuleCommands.SetRateAsync(rate.Currency!, rate.NumericCode!, rate.Rate)))
            .WithSummary("Sets the exchange rate of a currency")
            .WithDescription("By its letters and its number in ISO 4217.");
        admin.MapPost("/whitelist", async (WhitelistRequest card) => PanHasher.IsPan(card.Pan)
            ? Json(await macs.Lists.AddAsync(card.Pan!))
            : LabError.BadRequest("bad_pan", "pan must have 12 to 19 digits"))
            .WithSummary("Puts a card on the whitelist")
            .WithDescription("Only a hash of its number is kept.");
    }

    private static void MapOperations(RouteGroupBuilder admin, MacsServices macs)
    {
        admin.MapGet("/operations", async () => Json((await macs.Locations.OperationsAsync(MostOperations)).Select(OperationResponse.Of)))
            .WithSummary("The last operations")
            .WithDescription("At most 500 entries and reversals.");
        admin.MapPost("/operations/{id}/reverse", async (string id, ReverseRequest request) =>
            await macs.Reverse.ReverseAsync(id, request.UserId ?? "", request.Role, request.Reason ?? "") is { } refusal
                ? LabError.Conflict(new(refusal.Code(), $"the operation can't be reversed: {refusal.Code()}"))
                : Results.NoContent())
            .WithSummary("Reverses an operation")
            .WithDescription("In the name of a user, with a reason. Once only.");
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

    private static async Task<IResult> AddUserAsync(UserCommands users, UserRequest user)
    {
        if (user is not { Email.Length: > 2, FirstName.Length: > 0, LastName.Length: > 0, Password.Length: >= Passwords.Shortest })
        {
            return LabError.BadRequest("bad_user",
                "a user has an email, a firstName, a lastName, a role and a password of at least 10 characters");
        }

        var added = await users.AddAsync(
            new()
            {
                Email = Accounts.Email(user.Email),
                FirstName = user.FirstName,
                LastName = user.LastName,
                Role = user.Role.ToString()
            }, user.Password);
        if (added && user.Consented)
        {
            await users.HasConsentedAsync(Accounts.Email(user.Email));
        }

        return added ? Results.NoContent() : LabError.BadRequest("bad_user", $"'{user.Email}' belongs to another user already");
    }

    private static async Task<IResult> AddDocumentAsync(TermsDocuments documents, LabClock clock, DocumentRequest document)
    {
        if (document.Text is not { Length: > 0 } text || DocumentKind.All.All(k => k.Value != document.Kind))
        {
            return LabError.BadRequest("bad_document",
                $"a document has a text and a kind, one of: {string.Join(", ", DocumentKind.All.Select(k => k.Value))}");
        }

        await documents.AddAsync(new()
        {
            Kind = document.Kind!,
            Day = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FileName = $"{document.Kind}.txt".ToLowerInvariant(),
            ContentType = "text/plain; charset=utf-8",
            Content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
            AddedBy = "lab-admin",
        });
        return Results.NoContent();
    }

    private static IResult Done(bool done, string whyNot) => done ? Results.NoContent() : LabError.NotFound("not_found", whyNot);

    private static IResult Json<T>(T body) => Results.Json(body, LabJson.Options);

    private static bool IsToken(HttpContext http, string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}"));
}
