using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Sci.Api;

/// <summary>Web POSs call the API from their pages, wherever they come from.</summary>
internal static class OpenCors
{
    private const string Headers = "Authorization, Content-Type, Content-Digest, Signature, Signature-Input";

    /// <summary>Lets every origin in, and answers the browser's question beforehand.</summary>
    public static void UseOpenCors(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (!HttpMethods.IsOptions(http.Request.Method))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders = Headers;
        http.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    });
}

/// <summary>The vendor's sample POS asks for <c>/api/v1/…</c>: served like <c>/v1/…</c> where the site has it switched on.</summary>
internal static class ApiAlias
{
    /// <summary>What stands before the usual path.</summary>
    public const string Prefix = "/api";

    /// <summary>Whether a target is one of the alias's. Without the alias none comes to an endpoint.</summary>
    public static bool IsAlias(string target) => target.StartsWith($"{Prefix}/v1/", StringComparison.Ordinal);

    /// <summary>Serves the alias.</summary>
    public static void UseApiAlias(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        if (http.Request.Path.Value is { } path && IsAlias(path))
        {
            http.Request.Path = path[Prefix.Length..];
        }

        return next(http);
    });
}
