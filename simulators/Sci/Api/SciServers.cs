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
    private readonly Listening? where;
    private readonly Dictionary<string, ApiServer> servers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<WebApplication>> maps = new(StringComparer.Ordinal);

    /// <summary>The servers of a service, not yet listening.</summary>
    public SciServers(SciService sci, ILabStore store, RequestRecorder recorder, Listening? where = null)
    {
        this.where = where;
        this.store = store;
        Hub = new(sci);
        News = new(sci, Hub);
        maps[PairingName] = app =>
        {
            recorder.Watch(app, PairingName);
            Map(app, new PairingApi(sci, AddressOf).Map, sci.Settings.ApiAlias);
        };
        maps[TerminalsName] = app =>
        {
            app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
            MapClosed(app, new TerminalApi(sci, Hub).Map);
        };
        foreach (var tenant in Tenant.All.Where(t => t.IsAuthorised))
        {
            maps[tenant.Id] = app =>
            {
                recorder.Watch(app, tenant.Id);
                Map(app, new SciApi(sci, tenant.Id, new(sci, Hub, News)).Map, sci.Settings.ApiAlias);
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
            servers[name] = await StartAsync(name, map, cancel);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<ApiServer> StartAsync(string name, Action<WebApplication> map, CancellationToken cancel)
    {
        var server = new ApiServer(map, 0, Configure, refusals: new(Refusals.BodyOfNoRequest), where: where,
            isOpen: name == TerminalsName ? null : _ => true);
        await server.StartOnKeptPortAsync(store, $"sci/port/{name}", "a POS that has stored the old base URL must be paired again", cancel);
        return server;
    }

    /// <summary>Header values that are not ASCII come through, and are then refused like any other nonsense.</summary>
    private static void Configure(IServiceCollection services) =>
        services.Configure<KestrelServerOptions>(kestrel => kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1);

    private static void Map(WebApplication app, Action<WebApplication> routes, bool alias = false)
    {
        app.UseOpenCors();
        if (alias)
        {
            app.UseApiAlias();
        }

        MapClosed(app, routes);
    }

    /// <summary>Without open CORS: the maker lets web POSs ask; what terminals ask is the lab's own, and for terminals alone.</summary>
    private static void MapClosed(WebApplication app, Action<WebApplication> routes)
    {
        app.UseRouting();
        app.MapGet("/openapi.json", OpenApi.WriteAsync);
        app.MapApiPage("SCI");
        routes(app);
        app.MapFallback("{*path}", http => Refusals.WriteAsync(http, Refusal.NotFound));
    }
}
