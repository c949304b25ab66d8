using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Whoever writes a terminal is told what is wrong with a request, by the web server's own refusals too: they come without a word.</summary>
internal static class WireTrouble
{
    /// <summary>A hello has some sixty bytes. Lab's choice.</summary>
    private const long LongestBody = 16 * 1024;

    /// <summary>For what is no HTTP at all.</summary>
    public static BareRefusals Bare { get; } = new(status => JsonSerializer.SerializeToUtf8Bytes(new { error = Of(status) }, LabJson.Options));

    /// <summary>Answers what nothing else has answered.</summary>
    public static async Task NameAsync(HttpContext http, Func<Task> next)
    {
        try
        {
            // The web server's own limit breaks the connection, and a client that still sends would not read why.
            if (http.Request.ContentLength > LongestBody)
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            }
            else
            {
                await next();
            }
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = e.StatusCode;
        }

        if (http.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 and var status })
        {
            await LabError.Answer(status, Of(status)).ExecuteAsync(http);
        }
    }

    private static LabError Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => new("no_such_path", "gate has POST /terminal/hello and GET /terminal/packages/{version}, master has GET /terminal/status"),
        StatusCodes.Status405MethodNotAllowed => new("wrong_method", "hello is a POST, packages and status are read with GET"),
        StatusCodes.Status413PayloadTooLarge => new("too_long", $"the body may have {LongestBody} bytes"),
        StatusCodes.Status415UnsupportedMediaType => new("no_json", "the body must be JSON, and say so: content-type: application/json"),
        _ => new("bad_request", "the body must be JSON such as {\"serial\":\"BT101308\",\"firmware\":\"20230801\"}"),
    };
}
