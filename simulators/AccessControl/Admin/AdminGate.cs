using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Admin;

/// <summary>
/// The guard of the panel: a request needs a signed-in user with consent and permission, and a form needs the panel's token. A path without
/// an action is open to every signed-in user.
/// </summary>
internal sealed class AdminGate(IEndpointRouteBuilder routes, AdminParts parts)
{
    public const string ConsentPage = "/admin/consent";

    /// <summary>
    /// The longest form that is read whole, in bytes: a user whose file is too large gets the form back, and it says so.
    /// </summary>
    private const long LongestForm = 128 * 1024 * 1024;

    private const string SignInPage = "/admin/sign-in";

    public void Get(string path, AdminAction? action, Func<AdminRequest, Task<IResult>> answer) =>
        routes.MapGet(path, http => PassAsync(http, action, answer));

    public void Post(string path, AdminAction? action, Func<AdminRequest, Task<IResult>> answer) =>
        routes.MapPost(path, http => PassAsync(http, action, answer));

    /// <summary>Paths for visitors who are not signed in: their forms are tied to a separate cookie.</summary>
    public void Open(string path, Func<AdminRequest, Task<IResult>> get, Func<AdminRequest, Task<IResult>> post)
    {
        routes.MapGet(path, async http =>
        {
            SecurityHeaders.Set(http);
            var start = Cookies.Start(http);
            await (await get(new(http, parts, null, Token(start), new()))).ExecuteAsync(http);
        });
        routes.MapPost(path, async http =>
        {
            SecurityHeaders.Set(http);
            var start = Cookies.Start(http);
            var (form, files) = await FormAsync(http);
            await (IsOwn(http, form, start) ? await post(new(http, parts, null, Token(start), form, files))
                : await ForeignAsync(http, null, Token(start))).ExecuteAsync(http);
        });
    }

    private async Task PassAsync(HttpContext http, AdminAction? action, Func<AdminRequest, Task<IResult>> answer)
    {
        SecurityHeaders.Set(http);
        var who = Cookies.Session(http) is { } session ? await parts.Accounts.FindAsync(session) : null;
        await (who is null ? await StrangerAsync(http) : await AnswerAsync(http, who, action, answer)).ExecuteAsync(http);
    }

    /// <summary>Redirects to the sign-in. A form from a page of this panel whose session has expired waits there.</summary>
    private async Task<IResult> StrangerAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Headers["Sec-Fetch-Site"] != "same-origin")
        {
            return ToSignIn(http);
        }

        var (form, _) = await FormAsync(http);
        return PendingForm.Of(form, http.Request.Path) is { } held
            ? await SignInPages.PageAsync(new(http, parts, null, Token(Cookies.Start(http)), held), StatusCodes.Status401Unauthorized)
            : ToSignIn(http);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, SignedIn who, AdminAction? action, Func<AdminRequest, Task<IResult>> answer)
    {
        var token = Token(who.Session);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestForm;
        }

        var (form, files) = HttpMethods.IsPost(http.Request.Method) ? await FormAsync(http) : (new(), null);
        var request = new AdminRequest(http, parts, who, token, form, files);
        if (HttpMethods.IsPost(http.Request.Method) && !IsOwn(http, form, who.Session))
        {
            return await ForeignAsync(http, who, token);
        }

        if (form.Has(PendingForm.Again))
        {
            form.Fail("", PendingForm.Notice);
        }

        if (who.MustConsent && action is not null)
        {
            return HttpMethods.IsPost(http.Request.Method)
                ? await request.MessageAsync(StatusCodes.Status403Forbidden, "Consent is required",
                    "Consent to both documents is required to proceed with using the portal.")
                : new SeeOther(ConsentPage + QueryString.Create("then", request.Address.Text));
        }

        return action is { } needed && !request.May(needed)
            ? await request.MessageAsync(
                StatusCodes.Status403Forbidden, "Not allowed",
                $"The role {RoleName.Of(who.User.UserRole)} may not do this. Ask an Admin if you need it.")
            : await answer(request);
    }

    private Task<IResult> ForeignAsync(HttpContext http, SignedIn? who, string token) =>
        new AdminRequest(http, parts, who, token, new()).MessageAsync(
        StatusCodes.Status400BadRequest, "The form is out of date",
        "Nothing was changed. Go back, load the page again and send the form once more.");

    private static SeeOther ToSignIn(HttpContext http)
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) && !http.Request.Headers.ContainsKey("HX-Request");
        var address = isPage && http.Request.Path.Value is not "/admin/" and not "/admin"
            ? SignInPage + QueryString.Create("then", http.Request.Path + http.Request.QueryString)
            : SignInPage;
        if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            http.Response.Headers["HX-Redirect"] = address;
        }

        return new(address);
    }

    private static async Task<(FormValues Form, IFormFileCollection? Files)> FormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return (new(), null);
        }

        var form = await RequestForm.ReadAsync(http.Request);
        return (new(form), form.Files);
    }

    /// <summary>A form must carry the token of its session and come from this site (CSRF).</summary>
    private static bool IsOwn(HttpContext http, FormValues form, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form["token"]), Encoding.UTF8.GetBytes(Token(secret)))
        && http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    /// <summary>The token that a form of a session must carry.</summary>
    public static string Token(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), "form"u8));
}
