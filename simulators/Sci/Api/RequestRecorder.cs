using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Network;

namespace PairingLab.Sci.Api;

/// <summary>Records the requests of every POS, the lab's or another. Without a subscriber nothing is read or kept.</summary>
/// <param name="uplink">SCI's own cable to the network; what is lost there breaks the connection of any POS.</param>
public sealed partial class RequestRecorder(Cable uplink)
{
    /// <summary>Told of each request after it was answered; runs on the request's thread.</summary>
    public event Action<RecordedRequest>? Recorded;

    /// <summary>Watches a server.</summary>
    internal void Watch(IApplicationBuilder app, string server) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        if (uplink.State != CableState.Connected && !await PassesAsync(http))
        {
            http.Abort();
            return;
        }

        await (Recorded is null ? next(http) : RecordAsync(http, next, server));
    });

    private async Task<bool> PassesAsync(HttpContext http)
    {
        try
        {
            await uplink.PassAsync(http.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task RecordAsync(HttpContext http, RequestDelegate next, string server)
    {
        http.Request.EnableBuffering();
        var wire = http.Response.Body;
        using var copy = new MemoryStream();
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }

        // What was held while the network broke is lost on its way back.
        if (uplink.State != CableState.Connected && !await PassesAsync(http))
        {
            http.Abort();
            return;
        }

        // Told before it is answered: who waits for the POS's next screen already finds the request here.
        var answer = copy.ToArray();
        Recorded?.Invoke(new(
            server,
            http.Request.Method,
            http.Request.Path,
            KeyOf(http.Request),
            await BodyOf(http.Request),
            http.Response.StatusCode,
            answer.Length == 0 ? null : Encoding.UTF8.GetString(answer)));
        if (answer.Length > 0)
        {
            await wire.WriteAsync(answer, http.RequestAborted);
        }
    }

    private static string? KeyOf(HttpRequest request) =>
        Key().Match(request.Headers["Signature-Input"].ToString()) is { Success: true } found ? found.Groups["key"].Value : null;

    private static async Task<string?> BodyOf(HttpRequest request)
    {
        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        return await reader.ReadToEndAsync() is { Length: > 0 } text ? text : null;
    }

    [GeneratedRegex("keyid=\"(?<key>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}

/// <summary>A request that reached SCI, with its answer. Not redacted: a subscriber that keeps it removes the secrets.</summary>
/// <param name="Server">"pairing", or the tenant whose API was asked.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Without the query.</param>
/// <param name="KeyId">The keyid that Signature-Input names; null for a request that is not signed.</param>
/// <param name="Body">The request's body; null without one.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Answer">The answer's body; null without one.</param>
public sealed record RecordedRequest(string Server, string Method, string Path, string? KeyId, string? Body, int Status, string? Answer);
