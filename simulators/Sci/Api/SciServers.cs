using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>
/// The servers of SCI: the pairing service, the SCI API of each tenant that anybody can pair with, and the terminals' own. Each
/// has a port of its own and keeps it over a restart, since POSs have stored the base URLs.
/// </summary>
public sealed class SciServers : IAsyncDisposable
{
    private const string PairingName = "pairing";
    private const string TerminalsName = "terminals";

    private readonly ILabStore store;
    private readonly Dictionary<string, ApiServer> servers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<WebApplication>> maps = new(StringComparer.Ordinal);

    /// <summary>The servers of a service, not yet listening.</summary>
    public SciServers(SciService sci, ILabStore store, SciEar ear)
    {
        this.store = store;
        Hub = new(sci);
        News = new(sci);
        maps[PairingName] = app =>
        {
            ear.Listen(app, PairingName);
            Map(app, new PairingApi(sci, AddressOf).Map);
        };
        maps[TerminalsName] = app =>
        {
            app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
            Map(app, new TerminalApi(sci, Hub).Map);
        };
        foreach (var tenant in Tenant.All.Where(t => t.IsAuthorised))
        {
            maps[tenant.Id] = app =>
            {
                ear.Listen(app, tenant.Id);
                Map(app, new SciApi(sci, tenant.Id, Hub, News).Map);
            };
        }
    }

    /// <summary>The terminals' links.</summary>
    public TerminalHub Hub { get; }

    /// <summary>The long polls.</summary>
    public TransactionNews News { get; }

    /// <summary>Where the pairing service is.</summary>
    public string Pairing => AddressOf(PairingName);

    /// <summary>Where terminals ask.</summary>
    public string Terminals => AddressOf(TerminalsName);

    /// <summary>The base URL of a tenant's SCI API.</summary>
    public string AddressOf(string name) => servers[name].Address;

    /// <summary>Starts to listen.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        foreach (var (name, map) in maps)
        {
            servers[name] = await StartAsync(name, map, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<ApiServer> StartAsync(string name, Action<WebApplication> map, CancellationToken cancel)
    {
        var kept = int.TryParse(store.Read(Key(name)), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
        var server = Server(map, kept);
        try
        {
            await server.StartAsync(cancel).ConfigureAwait(false);
        }
        catch (IOException) when (kept != 0)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            server = Server(map, 0);
            await server.StartAsync(cancel).ConfigureAwait(false);
            await Console.Error.WriteLineAsync(
                $"sci: port {kept} of '{name}' is in use by another program, so it has port {server.Port} now; a POS that has stored the old base URL must be paired again").ConfigureAwait(false);
        }

        if (server.Port != kept)
        {
            store.Save((Key(name), server.Port.ToString(CultureInfo.InvariantCulture)));
        }

        return server;
    }

    private static ApiServer Server(Action<WebApplication> map, int port) => new(map, port, Configure, refusals: new(SciError.BodyOfNoRequest));

    private static string Key(string name) => $"sci/port/{name}";

    /// <summary>Header values that are no ASCII come through, and are then refused like any other nonsense.</summary>
    private static void Configure(IServiceCollection services) =>
        services.Configure<KestrelServerOptions>(kestrel => kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1);

    private static void Map(WebApplication app, Action<WebApplication> routes)
    {
        app.UseOpenCors();
        app.UseRouting();
        app.MapGet("/openapi.json", OpenApi.WriteAsync);
        routes(app);
        app.MapFallback("{*path}", http => SciError.WriteAsync(http, Refusal.NotFound));
    }
}
