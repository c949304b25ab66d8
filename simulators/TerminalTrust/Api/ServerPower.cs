using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Api;

/// <summary>A server from the moment it gets power until it loses it: gate, master and the VPN's entrance, each on a port of its own.</summary>
public sealed class ServerPower : IAsyncDisposable
{
    private readonly ApiServer gate;
    private readonly ApiServer master;
    private readonly VpnEntrance vpn;
    private readonly ServerDocuments documents;
    private readonly ServerPorts ports;
    private IServiceProvider? gateServices;
    private IServiceProvider? masterServices;

    private ServerPower(TrustServer server, ServerPorts ports)
    {
        Server = server;
        this.ports = ports;
        var sessions = new LiveSessions(server);
        vpn = new(server, () => master!.Port);
        documents = new(ports.Documents, () => (gateServices!, gate!.Address), () => (masterServices!, master!.Address));
        gate = new(MapGate, ports.Gate, AddServices, listen => Secure(listen, server.Keys.Gate), WireTrouble.Bare);
        master = new(app => MapMaster(app, sessions), ports.Master, AddServices, listen => Secure(listen, server.Keys.Master), WireTrouble.Bare);
    }

    /// <summary>The server.</summary>
    public TrustServer Server { get; }

    /// <summary>Where it is reached.</summary>
    public ServerAddresses Addresses => new(gate.Address, master.Address, vpn.Address, documents.Gate, documents.Master);

    /// <summary>Boots a server on the ports that it had before, so that its terminals find it.</summary>
    public static async Task<ServerPower> OnAsync(TrustServer server, ILabStore store, string id)
    {
        var key = $"{TrustServer.FolderOf(id)}/ports";
        var power = new ServerPower(server, ServerPorts.Read(store.Read(key)) ?? new(server.Settings.GatePort, server.Settings.MasterPort, 0, 0));
        try
        {
            await power.StartAsync(store, key).ConfigureAwait(false);
            return power;
        }
        catch
        {
            await power.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task StartAsync(ILabStore store, string key)
    {
        vpn.Start(ports.Vpn);
        await master.StartAsync().ConfigureAwait(false);
        await gate.StartAsync().ConfigureAwait(false);
        await documents.StartAsync().ConfigureAwait(false);
        var text = new ServerPorts(gate.Port, master.Port, vpn.Port, documents.Port).ToText();
        if (store.Read(key) != text)
        {
            store.Save((key, text));
        }
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddOpenApi();

        // A body that is not there is named too, not only one that can't be read.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    private void MapGate(WebApplication app)
    {
        gateServices = app.Services;
        app.Use(WireTrouble.NameAsync);
        app.UseRouting();
        app.MapGate(Server, () => Addresses);
    }

    private void MapMaster(WebApplication app, LiveSessions sessions)
    {
        masterServices = app.Services;
        app.Use(WireTrouble.NameAsync);
        app.UseRouting();
        app.MapMaster(Server, sessions, vpn);
    }

    /// <summary>Any certificate gets through the handshake: whose it is and what it may do is the core's to say. None gets nowhere.</summary>
    private static void Secure(ListenOptions listen, X509Certificate2 certificate)
    {
        var https = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            OnAuthenticate = (_, tls) => tls.AllowTlsResume = false,
        };
        https.AllowAnyClientCertificate();
        listen.UseHttps(https);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await documents.DisposeAsync().ConfigureAwait(false);
        await gate.DisposeAsync().ConfigureAwait(false);
        await master.DisposeAsync().ConfigureAwait(false);
        await vpn.DisposeAsync().ConfigureAwait(false);
        Server.Dispose();
    }
}
