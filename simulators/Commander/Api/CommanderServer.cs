using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;

namespace PairingLab.Commander.Api;

/// <summary>A Commander's TLS port. Up while it has power; power off breaks all connections.</summary>
public sealed class CommanderServer : IAsyncDisposable
{
    private const string About =
        "What Configuration Clients and workstations ask of a Commander, over TLS. /config takes the signIn of /config/sign-in as a "
        + "bearer token, /link the client certificate of a pairing.";

    private readonly CommanderService commander;
    private readonly ApiServer server;

    /// <summary>The server of a Commander.</summary>
    public CommanderServer(CommanderService commander, LinkHub hub, Listening? where = null)
    {
        this.commander = commander;
        server = new(app => Map(app, commander, hub), 0, s => s.AddApiDocument("Commander", About), Secure, where: where);
    }

    /// <summary>The base of the API.</summary>
    public string Address => server.Address;

    /// <summary>Starts to listen on the port that the store has under a key, if that can be.</summary>
    public Task StartAsync(ILabStore store, string portKey) =>
        server.StartOnKeptPortAsync(store, portKey, "a POS that has the old address must be given the new one");

    /// <summary>Power is off: every connection breaks, nothing listens.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static void Map(WebApplication app, CommanderService commander, LinkHub hub)
    {
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
        app.UseRouting();
        app.MapOpenApi("/openapi.json");
        app.MapApiPage("Commander");
        app.MapCommander(commander, hub);
    }

    /// <summary>A certificate of another Commander, or an expired one, fails in the TLS handshake.</summary>
    private void Secure(ListenOptions listen) =>
        listen.UseClientCertificates(commander.ServerCertificate, ClientCertificateMode.AllowCertificate, commander.Vouches);
}
