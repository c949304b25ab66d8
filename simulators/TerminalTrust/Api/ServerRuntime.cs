using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Api;

/// <summary>A server while it has power: gate, master, the VPN's entrance and the OpenAPI documents, each on its own port.</summary>
public sealed class ServerRuntime : IAsyncDisposable
{
    private readonly ApiServer gate;
    private readonly ApiServer master;
    private readonly VpnEntrance vpn;
    private readonly OpenApiDocuments documents;
    private readonly ServerPorts ports;
    private IServiceProvider? gateServices;
    private IServiceProvider? masterServices;

    private ServerRuntime(TrustServer server, ServerPorts ports, Listening where)
    {
        Server = server;
        this.ports = ports;
        var sessions = new LiveSessions(server);
        vpn = new(server, () => master!.Port, where);
        documents = new(ports.Documents, () => (gateServices!, gate!.Address), () => (masterServices!, master!.Address), where);
        gate = new(MapGate, ports.Gate, AddServices, listen => Secure(listen, server.Keys.Gate), RequestErrors.Bare,
            where, RequestErrors.Form);
        master = new(
            app => MapMaster(app, sessions), ports.Master, AddServices, listen => Secure(listen, server.Keys.Master), RequestErrors.Bare,
            where, RequestErrors.Form);
    }

    /// <summary>The server.</summary>
    public TrustServer Server { get; }

    /// <summary>Where it is reached.</summary>
    public ServerAddresses Addresses => new(gate.Address, master.Address, vpn.Address, documents.Gate, documents.Master);

    /// <summary>Boots a server on the ports it had before, where its terminals find it; on others when a program has one of them.</summary>
    /// <exception cref="IOException">A port that the settings demand is taken.</exception>
    public static async Task<ServerRuntime> OnAsync(TrustServer server, ILabStore store, string id, Listening? where = null)
    {
        var site = where ?? Listening.OnLoopback;
        var key = $"{TrustServer.FolderOf(id)}/ports";
        if (ServerPorts.Read(store.Read(key)) is { } kept && site.Keeps(kept.Gate))
        {
            try
            {
                return await OnAsync(server, store, key, kept, site);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                await Console.Error.WriteLineAsync(
                    $"{key}: {e.Message} It has other ports now; terminals must be given its server host again");
            }
        }

        return await OnAsync(server, store, key, new(server.Settings.GatePort, server.Settings.MasterPort, 0, 0), site);
    }

    private static async Task<ServerRuntime> OnAsync(TrustServer server, ILabStore store, string key, ServerPorts ports, Listening where)
    {
        var power = new ServerRuntime(server, ports, where);
        try
        {
            await power.StartAsync(store, key);
            return power;
        }
        catch
        {
            await power.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(ILabStore store, string key)
    {
        vpn.Start(ports.Vpn);
        await master.StartAsync();
        await gate.StartAsync();
        await documents.StartAsync();
        var text = new ServerPorts(gate.Port, master.Port, vpn.Port, documents.Port).ToText();
        if (store.Read(key) != text)
        {
            store.Save((key, text));
        }
    }

    private static void AddServices(IServiceCollection services) => services.AddOpenApi();

    private void MapGate(WebApplication app)
    {
        gateServices = app.Services;
        app.Use(RequestErrors.NameAsync);
        app.UseRouting();
        app.MapGate(Server, () => Addresses);
    }

    private void MapMaster(WebApplication app, LiveSessions sessions)
    {
        masterServices = app.Services;
        app.Use(RequestErrors.NameAsync);
        app.UseRouting();
        app.MapMaster(Server, sessions, vpn);
    }

    /// <summary>Any certificate with a key that is long enough is accepted, since the core decides what it may do.</summary>
    private static void Secure(ListenOptions listen, X509Certificate2 certificate) =>
        listen.UseClientCertificates(certificate, ClientCertificateMode.RequireCertificate, _ => true);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await documents.DisposeAsync();
        await gate.DisposeAsync();
        await master.DisposeAsync();
        await vpn.DisposeAsync();
        Server.Dispose();
    }
}

/// <summary>Where a server is reached.</summary>
/// <param name="Gate">The base of gate's API.</param>
/// <param name="Master">The base of master's API.</param>
/// <param name="Vpn">The entrance of the VPN.</param>
/// <param name="GateDocument">The OpenAPI document of gate.</param>
/// <param name="MasterDocument">The OpenAPI document of master.</param>
public sealed record ServerAddresses(string Gate, string Master, string Vpn, string GateDocument = "", string MasterDocument = "")
{
    /// <summary>Gate's host and port, as a terminal takes it.</summary>
    public string ServerHost => Gate["https://".Length..];
}

/// <summary>The ports of a server, kept on its disk because its terminals know them; 0 lets the system choose.</summary>
internal sealed record ServerPorts(int Gate, int Master, int Vpn, int Documents)
{
    /// <summary>Reads what <see cref="ToText"/> wrote; null for null.</summary>
    public static ServerPorts? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<ServerPorts>(text, LabJson.Options);

    /// <summary>The text on the disk.</summary>
    public string ToText() => JsonSerializer.Serialize(this, LabJson.Options);
}
