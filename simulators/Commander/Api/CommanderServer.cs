using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Commander.Controller;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Api;

/// <summary>A Commander's TLS port. Comes up with its power and goes down as suddenly.</summary>
public sealed class CommanderServer : IAsyncDisposable
{
    private readonly CommanderController commander;
    private readonly ApiServer server;

    /// <summary>The server of a Commander; port 0 lets the system choose.</summary>
    public CommanderServer(CommanderController commander, LinkHub hub, int port = 0)
    {
        this.commander = commander;
        server = new(app => Map(app, commander, hub), port, s => s.AddOpenApi(), Secure);
    }

    /// <summary>Where it listens; the port stays the same over a power cut. 0 before the first start.</summary>
    public int Port => server.Port;

    /// <summary>The base of the API.</summary>
    public string Address => server.Address;

    /// <summary>Starts to listen.</summary>
    public Task StartAsync(CancellationToken cancel = default) => server.StartAsync(cancel);

    /// <summary>Power is gone: every connection breaks, nothing listens.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static void Map(WebApplication app, CommanderController commander, LinkHub hub)
    {
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
        app.UseRouting();
        app.MapOpenApi("/openapi.json");
        app.MapCommander(commander, hub);
    }

    private void Secure(ListenOptions listen) => listen.UseHttps(new HttpsConnectionAdapterOptions
    {
        ServerCertificate = commander.ServerCertificate,
        ClientCertificateMode = ClientCertificateMode.AllowCertificate,
        ClientCertificateValidation = IsOurs,
        OnAuthenticate = (_, tls) => tls.AllowTlsResume = false,
    });

    /// <summary>A certificate of another Commander, or one that has run out, does not get through the TLS handshake.</summary>
    private bool IsOurs(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors) => commander.Vouches(certificate);
}
