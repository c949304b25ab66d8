using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.Features.Support.Certification;

/// <summary>Serves a POS that is a page of files, and tells it what its maker would have built in: <c>GET /sci.json</c>.</summary>
internal static class PageFiles
{
    /// <summary>A server for the folder of a page.</summary>
    public static async Task<ApiServer> ServeAsync(string folder, CertificationSite site)
    {
        var server = new ApiServer(app =>
        {
            app.UseRouting();
            app.MapGet("/sci.json", () => Results.Json(new { pairingService = site.PairingService, apiKey = site.ApiKey, signingSecretPartA = site.PartA }, LabJson.Options));
            app.MapGet("/{file}", (string file) => File.Exists(Path.Combine(folder, Path.GetFileName(file)))
                ? Results.Bytes(File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(file))), TypeOf(file))
                : Results.NotFound());
        });
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
