using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>
/// A lab on loopback can be reached by every page that is open in the same browser, wherever it came from. So what changes
/// something is taken only from the lab's own pages, and from programs that are no browser.
/// </summary>
public static class LabGuard
{
    /// <summary>Refuses what another web site's page sends.</summary>
    public static void UseOriginGuard(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && IsForeign(http.Request))
        {
            await LabError.Answer(StatusCodes.Status403Forbidden, new("foreign_origin", "this came from another web site's page; use the lab's own pages")).ExecuteAsync(http);
            return;
        }

        await next(http);
    });

    /// <summary>
    /// A lab without a token answers only to its address and to localhost: another name that leads here is another site's
    /// way to be taken for the lab (DNS rebinding).
    /// </summary>
    public static void UseHostGuard(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        var host = http.Request.Host.Host;
        if (host != "localhost" && !IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            await LabError.Answer(StatusCodes.Status421MisdirectedRequest, new("foreign_host", $"the lab is not '{host}'; use http://127.0.0.1 or http://localhost")).ExecuteAsync(http);
            return;
        }

        await next(http);
    });

    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site ? site is not ("same-origin" or "none")
        : request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}";
}
