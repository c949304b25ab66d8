using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Store;

namespace PairingLab.SmartConnect.Api;

/// <summary>What every request goes through: open CORS, 404 for unknown paths and methods, errors in the vendor's form.</summary>
public static class PosPipeline
{
    /// <summary>Adds it, before routing.</summary>
    public static void UsePos(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        AllowAnyOrigin(http);
        if (IsPreflight(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (await TryAsync(http, next) is { } trouble)
        {
            await trouble.ExecuteAsync(http);
        }
        else if (http.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed && !http.Response.HasStarted)
        {
            http.Response.Headers.Allow = default;
            await PosError.Answer(StatusCodes.Status404NotFound, $"There is no {http.Request.Method} {http.Request.Path}").ExecuteAsync(http);
        }
        else if (http.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType && http.Request.Path.StartsWithSegments("/POS", StringComparison.OrdinalIgnoreCase))
        {
            await PosError.Answer(StatusCodes.Status400BadRequest, FormFields.NoForm).ExecuteAsync(http);
        }
    });

    private static void AllowAnyOrigin(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        if (IsPreflight(http.Request))
        {
            headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
            headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders is { Count: > 0 } asked ? asked : "*";
            headers.AccessControlMaxAge = "600";
        }
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");

    private static async Task<IResult?> TryAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            return null;
        }
        catch (BadFieldException e)
        {
            return PosError.Answer(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            return PosError.Answer(e.StatusCode, e.InnerException?.Message ?? e.Message);
        }
        catch (StoreException e)
        {
            return PosError.Answer(StatusCodes.Status507InsufficientStorage, e.Message);
        }
    }
}
