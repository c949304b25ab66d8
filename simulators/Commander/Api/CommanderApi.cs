using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MimeKit;
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
            .Produces<SoftwareResponse>()
            .WithSummary("The Commander and its software")
            .WithDescription("Its id, its model and the base of its software. Nobody needs to be signed in.");
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
            return SignedIn(commander, id, user, answer);
        })
            .Produces<SignInResponse>()
            .WithSummary("Signs a user in")
            .WithDescription(
                "The answer's signIn is the bearer token of every other request under /config. Wrong passwords lock the user for a while.");
        config.MapPost("/password", (ChangePasswordRequest request) =>
        {
            var (id, user, answer) = commander.ChangePassword(request.User ?? "", request.Password ?? "", request.NewPassword ?? "");
            return SignedIn(commander, id, user, answer);
        })
            .Produces<SignInResponse>()
            .WithSummary("Chooses another password, and signs in with it")
            .WithDescription("What /sign-in asks for with password_expired. Its length is limited by the password settings.");
        config.MapPost("/sign-out", (HttpContext http) => Answer(commander.Do(new SignOutUser(Bearer(http))), Done))
            .WithSummary("Signs the user out")
            .WithDescription("The bearer token is worth nothing afterwards, and Site Security is closed.");
        config.MapGet("/security", (HttpContext http) => WhenSignedIn(commander, http, () => Json(Security(commander, Bearer(http)))))
            .Produces<SecurityResponse>()
            .WithSummary("What the Security menu has for this user")
            .WithDescription("The base of the software, and whether the user has the Site Security function.");
        config.MapPost("/auto-upgrade", (AutoUpgradeRequest request, HttpContext http) =>
            Answer(commander.Do(new AutoUpgrade(Bearer(http), request.Base ?? "")), Done))
            .WithSummary("Begins an Auto Upgrade")
            .WithDescription("Upgrades the Commander and each workstation to a newer base. Afterwards the workstations must be paired.");
        config.MapGet("/system-messages", (HttpContext http) => WhenSignedIn(commander, http, () => Json(Messages(commander))))
            .Produces<IReadOnlyList<SystemMessageResponse>>()
            .WithSummary("The system messages")
            .WithDescription("Renewals of certificates and what has expired, dated, the newest first.");
        MapSiteSecurity(config.MapGroup("").AddEndpointFilter((context, next) => WithPairing(commander, context, next)), commander, hub);
    }

    private static void MapSiteSecurity(RouteGroupBuilder config, CommanderService commander, LinkHub hub)
    {
        config.MapPost("/site-otp", async (HttpContext http) =>
        {
            var answer = commander.GenerateSiteOtp(Bearer(http));
            return await commander.MailAsync(answer) is { } mailed ? Json(mailed) : Answer(answer, Done);
        })
            .Produces<OtpMailResponse>()
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("[Generate OTP]")
            .WithDescription(
                "A new Site Security OTP. Its four digits are on the Commander's status display and nowhere else (204); from Base 53.35 on "
                + "they go by e-mail, too, to a user with Send OTP: the answer (200) says to which address, and why not when that failed.");
        config.MapPost("/site-security", (SiteOtpRequest request, HttpContext http) => IsSiteOtp(request.Otp)
            ? Answer(commander.Do(new EnterSiteOtp(Bearer(http), request.Otp)), Done)
            : LabError.BadRequest("bad_otp", "otp must be the four digits on the status display, such as \"0815\""))
            .WithSummary("Opens Site Security")
            .WithDescription(
                "Takes the four digits of the status display. Each opens one session; wrong ones lock Site Security for a while.");
        config.MapPost("/pairing-service", (HttpContext http) => Answer(commander.Do(new StartPairingService(Bearer(http))), Done))
            .WithSummary("[Start Pairing Service]")
            .WithDescription("A workstation can begin its pairing for a limited time from now on. Site Security must be open.");
        config.MapPost("/pairing-otp", (HttpContext http) => Retrieve(commander, Bearer(http)))
            .Produces<PairingOtpResponse>()
            .WithSummary("[Retrieve Pairing OTP]")
            .WithDescription("The six characters to key in on the workstation that has pressed [Pair POS]. Each is good for one guess.");
        config.MapPost("/revoke-all-trust", (HttpContext http) => Answer(commander.Do(new RevokeAllTrust(Bearer(http))), Done))
            .WithSummary("[Revoke All Trust]")
            .WithDescription("Ends the link of every workstation; each must be paired again. Site Security must be open.");
        config.MapGet("/users", (HttpContext http) => SiteSecurity.WhyNotOpen(commander.State, Bearer(http)) is { } reason
            ? RefusalReply.Of(reason)
            : Json(commander.Users))
            .Produces<IReadOnlyList<UserResponse>>()
            .WithSummary("Security > Manage Users")
            .WithDescription("The users with their access. Site Security must be open.");
        config.MapPost("/users/{user}", (string user, ChangeUserRequest request, HttpContext http) =>
            Answer(commander.ChangeUser(Bearer(http), user, new(request.SiteSecurity, request.DisallowLogin)), Done))
            .WithSummary("Changes a user's access")
            .WithDescription(
                "Gives or takes the Site Security function, and allows or disallows the login. Nobody changes their own access.");
        MapManageUsers(config, commander);
        config.MapGet("/workstations", (HttpContext http) => WhenSignedIn(commander, http, () => Json(Workstations(commander, hub))))
            .Produces<IReadOnlyList<PairedWorkstationResponse>>()
            .WithSummary("The paired workstations")
            .WithDescription("Each with when it was paired, until when its certificate is valid, and whether its link is up.");
    }

    private static void MapManageUsers(RouteGroupBuilder config, CommanderService commander)
    {
        config.MapPost("/users/{user}/force-password-change", (string user, HttpContext http) =>
            Answer(commander.ForcePasswordChange(Bearer(http), user), Done))
            .WithSummary("Forces a change of password")
            .WithDescription("The next sign-in of this user is refused with password_expired, until /config/password has set a new one.");
        config.MapPost("/users/{user}/mail", (string user, UserMailBody mail, HttpContext http) =>
            MailboxAddress.TryParse(mail.Address ?? "", out var address) && address.Address.Contains('@', StringComparison.Ordinal)
                ? Answer(commander.ChangeUserMail(Bearer(http), user, new(address.Address, mail.SendOtp)), Done)
                : LabError.BadRequest("bad_address", "The address must look like name@site.example."))
            .WithSummary("Sends a user's OTP by e-mail, or no longer")
            .WithDescription("From Base 53.35 on. The OTP that this user generates goes to the address, as long as sendOtp is true.");
        config.MapGet("/password-settings", (HttpContext http) => SiteSecurity.WhyNotOpen(commander.State, Bearer(http)) is { } reason
            ? RefusalReply.Of(reason)
            : Json(Body(commander.State.PasswordSettings)))
            .Produces<PasswordSettingsBody>()
            .WithSummary("The password settings of Manage Users")
            .WithDescription("The lengths of new passwords, and after how many days a password must be changed; 0 for never.");
        config.MapPost("/password-settings", (PasswordSettingsBody body, HttpContext http) => Answer(
            commander.Do(new ChangePasswordSettings(
                Bearer(http), new(body.MinimumLength, body.MaximumLength, body.DaysToExpire, default))), Done))
            .WithSummary("Changes the password settings")
            .WithDescription("Minimum length 7 to 30, maximum length 8 to 30, days to expire 0 to 365. Passwords in use stay as they are.");
    }

    private static PasswordSettingsBody Body(PasswordSettings settings) =>
        new(settings.MinimumLength, settings.MaximumLength, settings.DaysToExpire);

    private static IResult SignedIn(CommanderService commander, string id, CommanderUser? user, CommanderAnswer answer) =>
        answer.Refusal is { } reason ? RefusalReply.Of(reason, commander.State.PasswordSettings)
        : Json(new SignInResponse(
            id, user!.Name, user.Role, answer.The<UserSignedIn>().MayUseSiteSecurity, commander.State.Base));

    private static bool IsSiteOtp(string? otp) => otp is { Length: SiteOtpLength } && otp.All(char.IsAsciiDigit);

    private static void MapPairing(RouteGroupBuilder routes, CommanderService commander)
    {
        routes.MapGet("/trust", () => commander.WithholdsTrust
            ? LabError.Answer(StatusCodes.Status503ServiceUnavailable, new("trust_withheld", "The pairing fails in this Auto Upgrade."))
            : Json(new TrustResponse(Convert.ToBase64String(commander.AuthorityCertificate))))
            .Produces<TrustResponse>()
            .WithSummary("The certificate of the Commander's authority")
            .WithDescription("DER in base64. What a workstation trusts after its pairing; it proves nothing before.");
        routes.MapPost("/pairing/sessions", (BeginPairingRequest request) => Begin(commander, request))
            .Produces<BeginPairingResponse>()
            .WithSummary("[Pair POS]")
            .WithDescription(
                "Begins a pairing session; there is one at a time. The Pairing Service must be running, and the workstation Verifone's.");
        routes.MapPost("/pairing/sessions/{id}/share", (string id, PairingShare theirs) => Share(commander, id, theirs))
            .Produces<PairingShare>()
            .WithSummary("Exchanges the shares of SPAKE2")
            .WithDescription(
                "Points of P-256 in base64 (RFC 9382): the workstation's for the Commander's. The Pairing OTP must have been retrieved.");
        routes.MapPost("/pairing/sessions/{id}/complete", (string id, CompletePairingRequest request) => Complete(commander, id, request))
            .Produces<CompletePairingResponse>()
            .WithSummary("Completes the pairing")
            .WithDescription(
                "A PKCS #10 request and the workstation's proof, for a certificate and the Commander's. A wrong proof ends the session.");
        routes.MapDelete("/pairing/sessions/{id}", (string id) => Answer(commander.Do(new CancelPairing(id)), Done))
            .WithSummary("Gives a pairing session up")
            .WithDescription("Another workstation can begin at once.");
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
        })
            .WithSummary("The link of a paired workstation")
            .WithDescription(
                "A web socket, over TLS with the client certificate of the pairing. It breaks when the trust is revoked or has expired.");

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
