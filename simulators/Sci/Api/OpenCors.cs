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
