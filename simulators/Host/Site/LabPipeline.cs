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

    /// <summary>Endpoints under /lab demand the token when there is one.</summary>
    public static void UseToken(this IApplicationBuilder app, string? token)
    {
        if (token is null)
        {
            return;
        }

        var expected = Encoding.UTF8.GetBytes($"Bearer {token}");
        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            var given = Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
            if (http.Request.Path.StartsWithSegments("/lab", StringComparison.OrdinalIgnoreCase) && !CryptographicOperations.FixedTimeEquals(given, expected))
            {
                await LabError.Answer(StatusCodes.Status401Unauthorized, new("token_required", "send the lab's token: Authorization: Bearer <token>")).ExecuteAsync(http);
                return;
            }

            await next(http);
        });
    }
}
