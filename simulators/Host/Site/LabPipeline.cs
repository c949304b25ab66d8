using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>What every request to a site goes through.</summary>
public static class LabPipeline
{
    private const string TokenCookie = "pairinglab-token";

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
    public static void UseToken(this IApplicationBuilder app, string? token)
    {
        if (token is null)
        {
            return;
        }

        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            var request = http.Request;
            if (request.Path == "/" && IsToken(request.Query["token"].ToString(), token))
            {
                http.Response.Cookies.Append(TokenCookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
                http.Response.Redirect("/");
                return;
            }

            if (!IsToken(request.Headers.Authorization.ToString(), $"Bearer {token}")
                && !IsToken(request.Cookies[TokenCookie] ?? "", token))
            {
                await LabError.Answer(
                    StatusCodes.Status401Unauthorized,
                    new("token_required", "send the lab's token: Authorization: Bearer <token>; in a browser open /?token=<token>"))
                    .ExecuteAsync(http);
                return;
            }

            await next(http);
        });
    }

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
