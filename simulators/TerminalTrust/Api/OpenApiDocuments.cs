using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PairingLab.Kernel.Network;

namespace PairingLab.TerminalTrust.Api;

/// <summary>
/// The OpenAPI documents of gate and master, on a separate port and over plain HTTP: the author of a terminal's software reads them
/// first, and has no client certificate yet.
/// </summary>
internal sealed class OpenApiDocuments : IAsyncDisposable
{
    /// <summary>The name that AddOpenApi gives to the one document of an application.</summary>
    private const string DocumentName = "v1";

    private readonly ApiServer server;
    private readonly Func<(IServiceProvider Services, string Address)> gate;
    private readonly Func<(IServiceProvider Services, string Address)> master;

    /// <summary>Serves the documents of two running applications.</summary>
    /// <param name="port">The port; 0 chooses one.</param>
    /// <param name="gate">Gate's application, and where it is reached.</param>
    /// <param name="master">Master's application, and where it is reached.</param>
    /// <param name="where">The address and the ports of the site.</param>
    public OpenApiDocuments(
        int port, Func<(IServiceProvider Services, string Address)> gate, Func<(IServiceProvider Services, string Address)> master,
        Listening? where = null)
    {
        this.gate = gate;
        this.master = master;
        server = new(Map, port, where: where);
    }

    /// <summary>The port it listens on; 0 before the first start.</summary>
    public int Port => server.Port;

    /// <summary>The document of gate's API.</summary>
    public string Gate => $"{server.Address}/gate/openapi.json";

    /// <summary>The document of master's API.</summary>
    public string Master => $"{server.Address}/master/openapi.json";

    public Task StartAsync() => server.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.UseRouting();
        app.MapGet("/gate/openapi.json", (HttpContext http) => WriteAsync("Gate: pairs and upgrades terminals", gate(), http));
        app.MapGet("/master/openapi.json", (HttpContext http) => WriteAsync("Master: serves paired terminals", master(), http));
        app.MapApiPage("Terminal trust: Gate", "/gate/openapi.json");
        app.MapApiPage("Terminal trust: Master", "/master/openapi.json");
    }

    private static async Task WriteAsync(string title, (IServiceProvider Services, string Address) api, HttpContext http)
    {
        var provider = api.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(http.RequestAborted);
        document.Info.Title = title;
        document.Info.Description =
            "TLS with a client certificate, usually self-signed; its SHA-256 is the pairing code. Without one the handshake fails.";
        document.Servers = [new() { Url = api.Address }];
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var written = new MemoryStream();
        await document.SerializeAsJsonAsync(written, OpenApiSpecVersion.OpenApi3_1, http.RequestAborted);
        await http.Response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), http.RequestAborted);
    }
}
