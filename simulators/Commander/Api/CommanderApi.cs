using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Commander.Core;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Api;

/// <summary>The Commander's HTTPS API: what Configuration Clients and workstations ask.</summary>
public static class CommanderApi
{
    private const int SiteOtpLength = 4;

    /// <summary>Maps the API of one Commander.</summary>
    public static void MapCommander(this IEndpointRouteBuilder routes, CommanderService commander, LinkHub hub)
    {
        routes.MapGet("/software", () => Json(new SoftwareResponse(commander.Id, commander.Model, commander.State.Base)))
            .Produces<SoftwareResponse>();
        MapConfiguration(routes.MapGroup("/config"), commander, hub);
        var pairing = routes.MapGroup("").AddEndpointFilter((context, next) => WithPairing(commander, context, next));
        MapPairing(pairing, commander);
        MapLink(pairing, commander, hub);
    }

    private static void MapConfiguration(RouteGroupBuilder config, CommanderService commander, LinkHub hub)
    {
        config.MapPost("/sign-in", (SignInRequest request) =>
        {
            var (id, user, answer) = commander.SignIn(request.User ?? "", request.Password ?? "");
            return Answer(answer, () => Json(new SignInResponse(id, user!.Name, user.Role, user.MayUseSiteSecurity, commander.State.Base)));
        }).Produces<SignInResponse>();
        config.MapPost("/sign-out", (HttpContext http) => Answer(commander.Do(new SignOutUser(Bearer(http))), Done));
        config.MapGet("/security", (HttpContext http) => WhenSignedIn(commander, http, () => Json(Security(commander, Bearer(http)))))
            .Produces<SecurityResponse>();
        config.MapPost("/auto-upgrade", (AutoUpgradeRequest request, HttpContext http) =>
            Answer(commander.Do(new AutoUpgrade(Bearer(http), request.Base ?? "")), Done));
        config.MapGet("/system-messages", (HttpContext http) => WhenSignedIn(commander, http, () => Json(Messages(commander))))
            .Produces<IReadOnlyList<SystemMessageResponse>>();
        MapSiteSecurity(config.MapGroup("").AddEndpointFilter((context, next) => WithPairing(commander, context, next)), commander, hub);
    }

    private static void MapSiteSecurity(RouteGroupBuilder config, CommanderService commander, LinkHub hub)
    {
        config.MapPost("/site-otp", (HttpContext http) => Answer(commander.GenerateSiteOtp(Bearer(http)), Done));
        config.MapPost("/site-security", (SiteOtpRequest request, HttpContext http) => IsSiteOtp(request.Otp)
            ? Answer(commander.Do(new EnterSiteOtp(Bearer(http), request.Otp)), Done)
            : LabError.BadRequest("bad_otp", "otp must be the four digits on the status display, such as \"0815\""));
        config.MapPost("/pairing-service", (HttpContext http) => Answer(commander.Do(new StartPairingService(Bearer(http))), Done));
        config.MapPost("/pairing-otp", (HttpContext http) => Retrieve(commander, Bearer(http))).Produces<PairingOtpResponse>();
        config.MapPost("/revoke-all-trust", (HttpContext http) => Answer(commander.Do(new RevokeAllTrust(Bearer(http))), Done));
        config.MapGet("/users", (HttpContext http) => SiteSecurity.WhyNotOpen(commander.State, Bearer(http)) is { } reason
            ? RefusalReply.Of(reason)
            : Json(commander.Users)).Produces<IReadOnlyList<UserResponse>>();
        config.MapPost("/users/{user}", (string user, ChangeUserRequest request, HttpContext http) =>
            Answer(commander.ChangeUser(Bearer(http), user, new(request.SiteSecurity, request.DisallowLogin)), Done));
        config.MapGet("/workstations", (HttpContext http) => WhenSignedIn(commander, http, () => Json(Workstations(commander, hub))))
            .Produces<IReadOnlyList<PairedWorkstationResponse>>();
    }

    private static bool IsSiteOtp(string? otp) => otp is { Length: SiteOtpLength } && otp.All(char.IsAsciiDigit);

    private static void MapPairing(RouteGroupBuilder routes, CommanderService commander)
    {
        routes.MapGet("/trust", () => commander.WithholdsTrust
            ? LabError.Answer(StatusCodes.Status503ServiceUnavailable, new("trust_withheld", "The pairing fails in this Auto Upgrade."))
            : Json(new TrustResponse(Convert.ToBase64String(commander.AuthorityCertificate))))
            .Produces<TrustResponse>();
        routes.MapPost("/pairing/sessions", (BeginPairingRequest request) => Begin(commander, request)).Produces<BeginPairingResponse>();
        routes.MapPost("/pairing/sessions/{id}/share", (string id, PairingShare theirs) => Share(commander, id, theirs))
            .Produces<PairingShare>();
        routes.MapPost("/pairing/sessions/{id}/complete", (string id, CompletePairingRequest request) => Complete(commander, id, request))
            .Produces<CompletePairingResponse>();
        routes.MapDelete("/pairing/sessions/{id}", (string id) => Answer(commander.Do(new CancelPairing(id)), Done));
    }

    private static void MapLink(RouteGroupBuilder routes, CommanderService commander, LinkHub hub) =>
        routes.MapGet("/link", async (HttpContext http) =>
        {
            if (await http.Connection.GetClientCertificateAsync(http.RequestAborted) is not { } certificate)
            {
                return RefusalReply.Of(Refusal.NotTrusted);
            }

            var workstation = CertificateAuthority.WorkstationOf(certificate);
            var thumbprint = CertificateAuthority.ThumbprintOf(certificate);
            if (commander.WhyNoLink(workstation, thumbprint) is { } reason)
            {
                return RefusalReply.Of(reason);
            }

            if (!http.WebSockets.IsWebSocketRequest)
            {
                return LabError.BadRequest("web_socket_expected", "the link is a web socket");
            }

            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await hub.ServeAsync(socket, workstation, thumbprint, http.RequestAborted);
            return Results.Empty;
        });

    private static IResult Begin(CommanderService commander, BeginPairingRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Workstation) || request.Workstation.Length > 64 || request.Workstation.Any(char.IsControl))
        {
            return LabError.BadRequest("bad_workstation", "workstation must be a name of 1 to 64 characters that can be seen");
        }

        var answer = commander.BeginPairing(request.Workstation, IsVerifone(request));
        return Answer(answer, () =>
        {
            var begun = answer.The<PairingBegun>();
            return Json(new BeginPairingResponse(begun.SessionId, begun.EnterUntil));
        });
    }

    /// <summary>Commander POS pairing guide, Hardware Requirements: Topaz, Ruby2 or C18.</summary>
    private static bool IsVerifone(BeginPairingRequest request) =>
        request.Vendor == "Verifone" && request.Model is "Topaz" or "Ruby2" or "C18";

    private static IResult Share(CommanderService commander, string id, PairingShare theirs)
    {
        try
        {
            var (answer, ours) = commander.ExchangeShares(id, Convert.FromBase64String(theirs.Share ?? ""));
            return Answer(answer, () => Json(new PairingShare(Convert.ToBase64String(ours!))));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return LabError.BadRequest("bad_request", "share must be a point of P-256, 65 bytes that begin with 04, in base64");
        }
    }

    private static IResult Complete(CommanderService commander, string id, CompletePairingRequest request)
    {
        try
        {
            var pkcs10 = Convert.FromBase64String(request.Request ?? "");
            var proof = Convert.FromBase64String(request.Proof ?? "");
            var (answer, certificate, ours) = commander.CompletePairing(id, pkcs10, proof);
            return Answer(answer, () => Json(new CompletePairingResponse(
                Convert.ToBase64String(certificate!.RawData), Convert.ToBase64String(commander.AuthorityCertificate),
                Convert.ToBase64String(ours!))));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return LabError.BadRequest(
                "bad_request", "request must be a PKCS#10 request and proof a confirmation of SPAKE2, both in base64");
        }
    }

    private static IResult Retrieve(CommanderService commander, string signIn)
    {
        var answer = commander.Do(new RetrievePairingOtp(signIn));
        return Answer(answer, () => Json(new PairingOtpResponse(answer.The<PairingOtpRetrieved>().Otp)));
    }

    private static List<PairedWorkstationResponse> Workstations(CommanderService commander, LinkHub hub) =>
        [.. commander.State.Paired.Values.Select(p =>
            new PairedWorkstationResponse(p.Workstation, p.PairedAt, p.NotAfter, hub.IsLinked(p.Workstation)))];

    private static List<SystemMessageResponse> Messages(CommanderService commander) =>
        [.. commander.State.Messages.Reverse().Select(m => new SystemMessageResponse(m.At, m.Text))];

    private static SecurityResponse Security(CommanderService commander, string signIn) =>
        new(commander.State.Base, commander.State.SignIns.GetValueOrDefault(signIn)?.MayUseSiteSecurity ?? false);

    private static IResult WhenSignedIn(CommanderService commander, HttpContext http, Func<IResult> answer) =>
        commander.State.SignIns.ContainsKey(Bearer(http)) ? answer() : RefusalReply.Of(Refusal.NotSignedIn);

    /// <summary>Software older than Base 53.29 has no pairing at all (Commander POS pairing guide, Feature Description).</summary>
    private static ValueTask<object?> WithPairing(
        CommanderService commander, EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        SoftwareBase.HasPairing(commander.State.Base)
            ? next(context)
            : ValueTask.FromResult<object?>(LabError.NotFound("not_found", $"Base {commander.State.Base} has no pairing"));

    private static string Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..]
            : "";

    private static IResult Answer(CommanderAnswer answer, Func<IResult> whenDone) =>
        answer.Refusal is { } reason ? RefusalReply.Of(reason) : whenDone();

    private static IResult Done() => Results.NoContent();

    private static IResult Json<T>(T body) => Results.Json(body, LabJson.Options);
}
