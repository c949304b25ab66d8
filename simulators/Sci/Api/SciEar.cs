using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Cables;

namespace PairingLab.Sci.Api;

/// <summary>Hears what POSs ask of SCI, whoever made them. Without a listener nothing is read and nothing is kept.</summary>
/// <param name="uplink">SCI's own cable to the network; what is lost there breaks the connection of any POS.</param>
public sealed partial class SciEar(Cable uplink)
{
    /// <summary>Told of each request after it was answered; runs on the request's thread.</summary>
    public event Action<HeardRequest>? Heard;

    /// <summary>Listens at a server.</summary>
    internal void Listen(IApplicationBuilder app, string server) => app.Use(async (HttpContext http, RequestDelegate next) =>
    {
        if (uplink.State != CableState.Connected && !await PassesAsync(http))
        {
            http.Abort();
            return;
        }

        await (Heard is null ? next(http) : TakeDownAsync(http, next, server));
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

    private async Task TakeDownAsync(HttpContext http, RequestDelegate next, string server)
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

        // Told before it is answered: who waits for the POS's next screen already finds the request here.
        var answer = copy.ToArray();
        Heard?.Invoke(new(server, http.Request.Method, http.Request.Path, KeyOf(http.Request), await BodyOf(http.Request), http.Response.StatusCode, answer.Length == 0 ? null : Encoding.UTF8.GetString(answer)));
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
