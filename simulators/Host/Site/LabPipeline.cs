using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>What every request to a site goes through.</summary>
public static class LabPipeline
{
    private const string TokenCookie = "pairinglab-token";

    /// <summary>Bad bodies and a store that fails are answered in the lab's own envelope.</summary>
    public static void UseLabErrors(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e)
        {
            await LabError.Answer(e.StatusCode, new("bad_request", e.InnerException?.Message ?? e.Message)).ExecuteAsync(http);
        }
        catch (TimeoutException e)
        {
            await LabError.Answer(StatusCodes.Status500InternalServerError, new("clock_stuck", e.Message)).ExecuteAsync(http);
        }
        catch (StoreException e)
        {
            await LabError.Answer(StatusCodes.Status507InsufficientStorage, new("store_failed", e.Message)).ExecuteAsync(http);
        }
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

            if (!IsToken(request.Headers.Authorization.ToString(), $"Bearer {token}") && !IsToken(request.Cookies[TokenCookie] ?? "", token))
            {
                await LabError.Answer(StatusCodes.Status401Unauthorized, new("token_required", "send the lab's token: Authorization: Bearer <token>; in a browser open /?token=<token>")).ExecuteAsync(http);
                return;
            }

            await next(http);
        });
    }

    private static bool IsToken(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
