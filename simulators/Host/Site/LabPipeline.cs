using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Host.Pages;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>What every request to a site goes through.</summary>
public static class LabPipeline
{
    private const string TokenCookie = "pairinglab-token";
    private const string SignInPath = "/sign-in";

    /// <summary>A stepped clock that does not come to rest is named, and what it waits for.</summary>
    public static void UseClockErrors(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        try
        {
            await next(http);
        }
        catch (TimeoutException e) when (!http.Response.HasStarted)
        {
            await LabError.Answer(StatusCodes.Status500InternalServerError, new("clock_stuck", e.Message)).ExecuteAsync(http);
        }
    });

    /// <summary>The form of the lab's errors; under /lab an unknown path is led to the document that says what there is.</summary>
    public static IResult ErrorForm(HttpContext http, int status, LabError error) => LabError.Answer(
        status,
        !http.Request.Path.StartsWithSegments("/lab") ? error : error.Code switch
        {
            WebErrors.NotFound => new("no_such_path", $"{error.Message}; what there is stands in GET {LabDocument.Path}"),
            WebErrors.MethodNotAllowed => new(
                "no_such_method",
                $"{http.Request.Method} can't be done to {http.Request.Path}; allowed values: {http.Response.Headers.Allow}"),
            _ => error,
        });

    /// <summary>
    /// Everything that shows or works the lab demands the token when there is one: as a bearer token from programs; a person
    /// opens <c>/?token=…</c> once, and the browser keeps it as a cookie that scripts and other sites never see.
    /// </summary>
    /// <param name="app">The server.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="style">The address of the pages' style sheet.</param>
    public static void UseToken(this IApplicationBuilder app, string? token, string style)
    {
        if (token is null)
        {
            app.Use((HttpContext http, RequestDelegate next) =>
            {
                http.LetIn(AuditTrail.Loopback);
                return next(http);
            });
            return;
        }

        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            var request = http.Request;
            if (await GivenAsync(request) is { } given && IsToken(given, token))
            {
                http.LetIn(AuditTrail.Session);
                http.Response.Cookies.Append(TokenCookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
                http.Response.Redirect("/");
                return;
            }

            var who = IsToken(request.Headers.Authorization.ToString(), $"Bearer {token}") ? AuditTrail.Token
                : IsToken(request.Cookies[TokenCookie] ?? "", token) ? AuditTrail.Session
                : null;
            if (who is not null)
            {
                http.LetIn(who);
            }
            else if (!request.Path.StartsWithSegments("/assets"))
            {
                if (IsPerson(request))
                {
                    await (await PageWriter.FragmentAsync<SignInPage>(
                        new() { ["Style"] = style, ["IsWrong"] = HttpMethods.IsPost(request.Method) || request.Query.ContainsKey("token") },
                        StatusCodes.Status401Unauthorized,
                        "<!doctype html>\n")).ExecuteAsync(http);
                    return;
                }

                await LabError.Answer(
                    StatusCodes.Status401Unauthorized,
                    new("token_required", "send the lab's token: Authorization: Bearer <token>; in a browser open /?token=<token>"))
                    .ExecuteAsync(http);
                return;
            }

            await next(http);
        });
    }

    /// <summary>The token that a person gives, by the link or on the sign-in page; null for another request.</summary>
    private static async Task<string?> GivenAsync(HttpRequest request) =>
        request.Path == "/" ? request.Query["token"].ToString()
        : request.Path == SignInPath && HttpMethods.IsPost(request.Method) ? (await RequestForm.ReadAsync(request))["token"].ToString()
        : null;

    /// <summary>A browser that opens a page; what a page loads by itself, and a program, gets an error of the lab's form.</summary>
    private static bool IsPerson(HttpRequest request) => !request.Path.StartsWithSegments("/lab")
        && (HttpMethods.IsGet(request.Method) || request.Path == SignInPath)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
    /// <summary>Says of each request that the site is in use, for as long as it takes.</summary>
    public static void UseNotice(this IApplicationBuilder app, Func<IDisposable>? use)
    {
        if (use is not null)
        {
            app.Use(async (HttpContext http, RequestDelegate next) =>
            {
                using var inUse = use();
                await next(http);
            });
        }
    }

    private static bool IsToken(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
