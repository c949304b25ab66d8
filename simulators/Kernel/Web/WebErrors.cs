using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Web;

/// <summary>Puts an error into the form that an API has for its errors.</summary>
/// <param name="http">The request that is refused.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="error">What is wrong, and what would be right.</param>
public delegate IResult ErrorForm(HttpContext http, int status, LabError error);

/// <summary>
/// The outermost step of every server: whatever is wrong with a request, its sender gets an error in the form of the API. An exception
/// that nobody has foreseen is a bug: it is logged once, and the answer names the id under which it is in the log.
/// </summary>
public static class WebErrors
{
    /// <summary>The code of a path that leads nowhere.</summary>
    public const string NotFound = "not_found";

    /// <summary>The code of a method that a path does not have.</summary>
    public const string MethodNotAllowed = "method_not_allowed";

    /// <summary>Answers errors that nothing behind it has answered.</summary>
    /// <param name="app">The server.</param>
    /// <param name="form">The form of its errors; null for the lab's own.</param>
    /// <param name="log">Where unhandled exceptions are written; null for the error output.</param>
    public static void UseWebErrors(this IApplicationBuilder app, ErrorForm? form = null, TextWriter? log = null)
    {
        var formOf = form ?? ((_, status, error) => LabError.Answer(status, error));
        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            RequestCharset.Unquote(http.Request);
            if (await TryAsync(http, next, log) is { } refused)
            {
                await formOf(http, refused.Status, refused.Error).ExecuteAsync(http);
            }
        });
    }

    private static async Task<(int Status, LabError Error)?> TryAsync(HttpContext http, RequestDelegate next, TextWriter? log)
    {
        try
        {
            await next(http);
            return WithoutBody(http);
        }
        catch (StoreException e) when (!http.Response.HasStarted)
        {
            return (StatusCodes.Status507InsufficientStorage, new("store_failed", e.Message));
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            return (e.StatusCode, new("bad_request", e.InnerException is JsonException json ? json.Message : e.Message));
        }
        catch (Exception e) when (!http.Response.HasStarted && IsOfCharset(e) && RequestCharset.Unknown(http.Request) is { } charset)
        {
            return (
                StatusCodes.Status415UnsupportedMediaType,
                new("unsupported_charset", $"unknown charset '{charset}'; send application/json; charset=utf-8"));
        }
        catch (Exception e) when (!IsGone(http, e))
        {
            await (log ?? Console.Error).WriteLineAsync(
                $"{http.TraceIdentifier}: {http.Request.Method} {PathOf(http)}: {e}");
            return http.Response.HasStarted
                ? throw new IOException($"the answer to {http.TraceIdentifier} was broken off", e)
                : (StatusCodes.Status500InternalServerError,
                    new("internal_error", $"the lab has a bug; its error output says more under {http.TraceIdentifier}"));
        }
    }

    /// <summary>The route and not what stands in its places: a pairing code may.</summary>
    private static string PathOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? http.Request.Path.ToUriComponent();

    /// <summary>Routing, and endpoints that refuse with a status alone, leave the body to us.</summary>
    private static (int Status, LabError Error)? WithoutBody(HttpContext http) => http.Response switch
    {
        { HasStarted: true } or { StatusCode: < 400 } or { ContentType: not null } or { ContentLength: not null } => null,
        { StatusCode: StatusCodes.Status404NotFound } => (404, new(NotFound, $"there is nothing at {http.Request.Path}")),
        { StatusCode: StatusCodes.Status405MethodNotAllowed } =>
            (405, new(MethodNotAllowed, $"{http.Request.Method} is not allowed here; allowed values: {http.Response.Headers.Allow}")),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            (415, new("unsupported_media_type", $"the Content-Type '{http.Request.ContentType}' is not read here; send application/json")),
        { StatusCode: var status } => (status, new("bad_request", $"the request was refused with status {status}")),
    };

    /// <summary>What the framework throws when it looks for the encoding of a charset that does not exist.</summary>
    private static bool IsOfCharset(Exception e) => e is InvalidOperationException or NotSupportedException or ArgumentException;

    /// <summary>Nobody is left who would read an answer.</summary>
    private static bool IsGone(HttpContext http, Exception e) =>
        e is ConnectionResetException or ConnectionAbortedException
        || (http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException or IOException);
}
