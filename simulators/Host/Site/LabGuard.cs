using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>Who the lab answers to when it has no token.</summary>
public static class LabGuard
{
    /// <summary>
    /// A lab without a token answers only to its address and to localhost: another name that leads here is another site's
    /// way to be taken for the lab (DNS rebinding).
    /// </summary>
    public static void UseHostGuard(this IApplicationBuilder app) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        var host = http.Request.Host.Host;
        if (host != "localhost" && !IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            await LabError.Answer(
                StatusCodes.Status421MisdirectedRequest,
                new("foreign_host", $"the lab is not '{host}'; use http://127.0.0.1 or http://localhost")).ExecuteAsync(http);
            return;
        }

        await next(http);
    });
}
