using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PairingLab.Host.Pages;

/// <summary><c>GET /lab/events</c>: what changes, as server-sent events; the reader fetches what it shows of it.</summary>
public static class LiveEndpoints
{
    /// <summary>Maps the events of a board.</summary>
    public static void MapLive(this IEndpointRouteBuilder routes, LiveBoard board) =>
        routes.MapGet("/lab/events", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            try
            {
                await SendAsync(http, "start", new { start = board.Start });
                var seen = 0L;
                while (true)
                {
                    foreach (var change in await board.ChangesAsync(seen, http.RequestAborted))
                    {
                        await SendAsync(http, "change", change);
                        seen = change.Version;
                    }

                    await http.Response.Body.FlushAsync(http.RequestAborted);
                }
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The page was closed, or the lab.
            }
        });

    private static Task SendAsync(HttpContext http, string name, object data) =>
        http.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, LabJson.Options)}\n\n", http.RequestAborted);
}
