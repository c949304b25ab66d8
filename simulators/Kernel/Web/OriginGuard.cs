using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Kernel.Web;

/// <summary>
/// A lab on loopback can be reached by every page that is open in the same browser, wherever it came from. So what changes
/// something, and a web socket, is open only to pages of the same server, and to programs that are not browsers.
/// </summary>
public static class OriginGuard
{
    /// <summary>Refuses what another web site's page sends.</summary>
    /// <param name="app">The server.</param>
    /// <param name="form">The form of its errors; null for the lab's own.</param>
    /// <param name="isOpen">What pages of every origin may ask, since the maker's API lets them; null for nothing.</param>
    public static void UseOriginGuard(this IApplicationBuilder app, ErrorForm? form = null, Func<HttpRequest, bool>? isOpen = null)
    {
        var formOf = form ?? ((_, status, error) => LabError.Answer(status, error));
        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            if (ChangesSomething(http.Request) && IsForeign(http.Request) && isOpen?.Invoke(http.Request) is not true)
            {
                await formOf(
                    http,
                    StatusCodes.Status403Forbidden,
                    new("foreign_origin", "this came from another web site's page; use the lab's own pages")).ExecuteAsync(http);
                return;
            }

            await next(http);
        });
    }

    /// <summary>A web socket begins with a GET, and browsers open it to any server.</summary>
    private static bool ChangesSomething(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        || request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site ? site is not ("same-origin" or "none")
        : request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}";
}
