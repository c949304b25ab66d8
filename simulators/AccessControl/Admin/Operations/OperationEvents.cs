using Microsoft.AspNetCore.Http;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>Server-sent events: one whenever the list has changed; the page fetches what it shows of it.</summary>
internal sealed class OperationEvents(OperationWatch watch) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/event-stream";
        try
        {
            await foreach (var change in watch.ChangesAsync(httpContext.RequestAborted))
            {
                await httpContext.Response.WriteAsync($"event: change\ndata: {change}\n\n", httpContext.RequestAborted);
                await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The page was closed, or MACS.
        }
    }
}
