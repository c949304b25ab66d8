using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PairingLab.Kernel.Web;

namespace PairingLab.SmartConnect.Api;

/// <summary>What every request goes through: open CORS, 404 for unknown paths and methods, errors in the vendor's form.</summary>
public static class PosPipeline
{
    /// <summary>Errors as registers know them; payment devices have the lab's form.</summary>
    public static IResult Error(HttpContext http, int status, LabError error) =>
        IsOfDevices(http.Request) ? LabError.Answer(status, error) : PosError.Answer(status, error.Message);

    /// <summary>The maker lets pages of every origin ask, but what payment devices ask is the lab's own and for devices alone.</summary>
    public static bool IsOpen(HttpRequest request) => !IsOfDevices(request);

    /// <summary>Adds it, before routing.</summary>
    public static void UsePos(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        if (IsOpen(http.Request))
        {
            AllowAnyOrigin(http);
            if (IsPreflight(http.Request))
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }
        }

        await next(http);
        if (AfterRouting(http) is { } error)
        {
            await error.ExecuteAsync(http);
        }
    });

    private static bool IsOfDevices(HttpRequest request) =>
        request.Path.StartsWithSegments("/Device", StringComparison.OrdinalIgnoreCase);

    private static void AllowAnyOrigin(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Retry-After";
        if (IsPreflight(http.Request))
        {
            headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
            headers.AccessControlAllowHeaders = Asked(http.Request);
            headers.AccessControlMaxAge = "600";
        }
    }

    /// <summary>An invalid header name is not repeated: the web server would refuse to send it.</summary>
    private static StringValues Asked(HttpRequest request) =>
        request.Headers.AccessControlRequestHeaders is { Count: > 0 } asked
        && asked.All(a => a!.All(c => c is >= ' ' and <= '~')) ? asked : "*";

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");

    /// <summary>What the framework refuses without a body.</summary>
    private static IResult? AfterRouting(HttpContext http)
    {
        switch (http.Response)
        {
            case { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false }:
                http.Response.Headers.Allow = default;
                return PosError.Answer(StatusCodes.Status404NotFound, $"There is no {http.Request.Method} {http.Request.Path}");
            case { StatusCode: StatusCodes.Status415UnsupportedMediaType }
                when http.Request.Path.StartsWithSegments("/POS", StringComparison.OrdinalIgnoreCase):
                return PosError.Answer(StatusCodes.Status400BadRequest, FormFields.NoForm);
            default:
                return null;
        }
    }
}
