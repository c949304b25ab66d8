using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Drivers.Http;
using PairingLab.Drivers.Time;
using PairingLab.Kernel.Network;

namespace PairingLab.Features.Support.Certification;

/// <summary>
/// Serves a POS that is a page of files, and is the server that its maker would have built: it holds API key and secrets, and signs.
/// <c>POST /sci/progress-pairing</c> with the request of the page; <c>GET</c> or <c>POST /sci/over/{pairing}/v1/…</c>. When SCI does not
/// answer: 502.
/// </summary>
internal sealed class PageFiles : IDisposable
{
    private readonly string folder;
    private readonly CertificationSite site;
    private readonly HttpClient http = new();
    private readonly SciClient sci;
    private readonly ConcurrentDictionary<string, SciKeys> pairings = new(StringComparer.Ordinal);

    private PageFiles(string folder, CertificationSite site)
    {
        (this.folder, this.site) = (folder, site);
        sci = new(http, new RealTime(TimeProvider.System));
    }

    /// <summary>A server for the folder of a page.</summary>
    public static async Task<ApiServer> ServeAsync(string folder, CertificationSite site)
    {
        var files = new PageFiles(folder, site);
        var server = new ApiServer(files.Map);
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private void Map(WebApplication app)
    {
        app.Lifetime.ApplicationStopped.Register(Dispose);
        app.UseRouting();
        app.MapPost("/sci/progress-pairing", (HttpRequest request) => AnsweredAsync(() => PairAsync(request)));
        app.MapMethods(
            "/sci/over/{pairing}/{**path}", ["GET", "POST"],
            (string pairing, string path, HttpContext context) => AnsweredAsync(() => OverAsync(pairing, path, context)));

        // What only a broken page asks for. Veiled, so that what is shown is found where it is shown, and not already on its way.
        app.MapGet("/sci/careless", () => Results.Text(site.ApiKey));
        app.MapGet("/sci/veiled/{pairing?}", (string? pairing) => Results.Text(Veiled(
            pairing is null ? site.ApiKey : pairings[pairing].Secret[site.PartA.Length..])));
        app.MapGet("/{file}", (string file) => File.Exists(Path.Combine(folder, Path.GetFileName(file)))
            ? Results.Bytes(File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(file))), TypeOf(file))
            : Results.NotFound());
    }

    private async Task<SciAnswer> PairAsync(HttpRequest request)
    {
        var answer = await sci.ProgressAsync(new(site.PairingService), $"ApiKey {site.ApiKey}", await BodyAsync(request) ?? "");
        if (answer.Status != StatusCodes.Status200OK || JsonNode.Parse(answer.Body)?["data"] is not JsonObject data)
        {
            return answer;
        }

        var baseUrl = (string?)data["spi_cloud_api_base_url"] ?? (string?)data["sci_api_base_url"];
        pairings[(string)data["pairing_id"]!] = new(baseUrl!, (string)data["key_id"]!, site.PartA + (string)data["signing_secret_part_b"]!);
        data.Remove("signing_secret_part_b");
        return answer with { Body = new JsonObject { ["data"] = data.DeepClone() }.ToJsonString() };
    }

    private async Task<SciAnswer> OverAsync(string pairing, string path, HttpContext context)
    {
        if (!pairings.TryGetValue(pairing, out var keys))
        {
            return new(404, """{"error":{"code":"unknown","message":"the server knows no such pairing"}}""", Nothing);
        }

        // ?via: a page that keeps one base URL for all pairings.
        var used = context.Request.Query["via"] is [{ } other] && pairings.TryGetValue(other, out var wrong)
            ? keys with { BaseUrl = wrong.BaseUrl } : keys;
        return await sci.SignedAsync(used, context.Request.Method, $"/{path}{Rest(context.Request)}", await BodyAsync(context.Request));
    }

    /// <summary>The query that is SCI's.</summary>
    private static string Rest(HttpRequest request) =>
        QueryString.Create(request.Query.Where(q => q.Key != "via")).ToString();

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private static async Task<IResult> AnsweredAsync(Func<Task<SciAnswer>> ask)
    {
        try
        {
            var answer = await ask();
            return answer.Body.Length == 0
                ? Results.StatusCode(answer.Status)
                : Results.Text(answer.Body, "application/json", Encoding.UTF8, answer.Status);
        }
        catch (HttpRequestException)
        {
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }
    }

    private static async Task<string?> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Each byte with all its bits turned, as numbers.</summary>
    private static string Veiled(string secret) => string.Join(',', Encoding.UTF8.GetBytes(secret).Select(b => 255 - b));

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
