using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Host.Site;

/// <summary>Writes down what goes through a site's server: what changes something, and who takes the lab's state away.</summary>
public static class AuditPipeline
{
    private const string StatePath = "/lab/state";
    private const int LongestPath = 200;
    private static readonly object WhoKey = new();

    /// <summary>
    /// Writes down each such request that was let in, with the status that it ended with; so it is the outermost step. Who is refused for
    /// want of a token is not written down: strangers would fill the trail.
    /// </summary>
    public static void UseAudit(this IApplicationBuilder app, AuditTrail trail, TimeProvider clock) =>
        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            await next(http);
            var request = http.Request;
            if (http.Items.TryGetValue(WhoKey, out var who) && IsOfInterest(http))
            {
                trail.Add(new(
                    clock.GetUtcNow(),
                    http.TraceIdentifier,
                    (string)who!,
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    request.Method,
                    request.Path.Value is { Length: > LongestPath } path ? path[..LongestPath] : request.Path.Value ?? "",
                    http.Response.StatusCode));
            }
        });

    /// <summary>Says who asks, since the request was let in.</summary>
    public static void LetIn(this HttpContext http, string who) => http.Items[WhoKey] = who;

    private static bool IsOfInterest(HttpContext http) =>
        !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method))
        || http.Request.Path == StatePath;
}
