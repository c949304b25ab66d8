using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Commander.Controller;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Api;

/// <summary>A Commander's TLS port. Comes up with its power and goes down as suddenly.</summary>
public sealed class CommanderServer(CommanderController commander, LinkHub hub, int port = 0) : IAsyncDisposable
{
    private WebApplication? app;
    private CancellationTokenSource? power;

    /// <summary>Where it listens; the port stays the same over a power cut. 0 before the first start.</summary>
    public int Port { get; private set; } = port;

    /// <summary>The base of the API.</summary>
    public string Address => $"https://127.0.0.1:{Port}";

    /// <summary>Starts to listen.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        power = new();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Listen);
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        app = builder.Build();
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
        app.Use(NameStoreTrouble);
        app.UseRouting();
        app.MapOpenApi("/openapi.json");
        app.MapCommander(commander, hub);
        await app.StartAsync(cancel).ConfigureAwait(false);
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    /// <summary>Power is gone: every connection breaks, nothing listens.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref app, null) is not { } running)
        {
            return;
        }

        await power!.CancelAsync().ConfigureAwait(false);
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync().ConfigureAwait(false);
        await running.StopAsync(atOnce.Token).ConfigureAwait(false);
        await running.DisposeAsync().ConfigureAwait(false);
        power.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(IPAddress.Loopback, Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(BreakWithPower);
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = commander.ServerCertificate,
                ClientCertificateMode = ClientCertificateMode.AllowCertificate,
                ClientCertificateValidation = IsOurs,
                OnAuthenticate = (_, tls) => tls.AllowTlsResume = false,
            });
        });
    }

    /// <summary>A certificate of another Commander, or one that has run out, does not get through the TLS handshake.</summary>
    private bool IsOurs(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors) => commander.Vouches(certificate);

    private ConnectionDelegate BreakWithPower(ConnectionDelegate next)
    {
        var off = power!.Token;
        return async connection =>
        {
            await using var pulled = off.Register(() => connection.Abort(new("the Commander lost its power")));
            await next(connection);
        };
    }

    private static async Task NameStoreTrouble(Microsoft.AspNetCore.Http.HttpContext http, Func<Task> next)
    {
        try
        {
            await next();
        }
        catch (StoreException e)
        {
            await LabError.Answer(507, new("store_failed", e.Message)).ExecuteAsync(http);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await LabError.Answer(e.StatusCode, new("bad_request", e.Message)).ExecuteAsync(http);
        }
    }
}
