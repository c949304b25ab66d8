using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Network;

/// <summary>
/// The port that a system's server listens on. It comes up with power and goes down as suddenly: every connection breaks,
/// nothing listens. Bad requests and a store that fails are answered in the form of the API, and pages of other web sites are refused.
/// </summary>
/// <param name="map">Adds what is served: middleware and endpoints.</param>
/// <param name="port">The port; 0 chooses one at the first start.</param>
/// <param name="services">Adds services, an OpenAPI document say.</param>
/// <param name="listen">Adds to the connection, TLS with client certificates say; null for HTTP, and HTTPS where the site has it.</param>
/// <param name="refusals">What is said to who sends no HTTP; nothing when null.</param>
/// <param name="where">The address and the ports of the site; null for loopback and any port.</param>
/// <param name="errors">The form of its errors; null for the lab's own.</param>
/// <param name="isOpen">What pages of every origin may ask; null for nothing.</param>
public sealed class ApiServer(
    Action<WebApplication> map,
    int port = 0,
    Action<IServiceCollection>? services = null,
    Action<ListenOptions>? listen = null,
    BareRefusals? refusals = null,
    Listening? where = null,
    ErrorForm? errors = null,
    Func<HttpRequest, bool>? isOpen = null)
    : IAsyncDisposable
{
    private readonly Listening site = where ?? Listening.OnLoopback;

    private WebApplication? app;
    private CancellationTokenSource? power;

    /// <summary>Where it listens; stays the same over a power cut. 0 before the first start.</summary>
    public int Port { get; private set; } = port;

    /// <summary>The base of the API, as devices of the lab reach it.</summary>
    public string Address => $"{(listen is null ? "http" : "https")}://{site.Host}:{Port}";

    /// <summary>The base of the API over TLS where it is to be had, as devices of the lab reach it.</summary>
    public string SecureAddress => $"{(listen is null && site.Tls is null ? "http" : "https")}://{site.Host}:{Port}";

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">Another program has the port.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        for (var tries = 1; Port == 0; tries++)
        {
            try
            {
                await StartOnAsync(site.NextPort(), cancel);
                return;
            }
            catch (IOException) when (tries < LastingPort.Tries)
            {
                // Somebody has it: another one, then.
            }
        }

        await StartOnAsync(Port, cancel);
    }

    /// <summary>
    /// Starts on the port that the store remembers under a key, so that clients find it again after a restart of the lab; on another
    /// one when a program has that port meanwhile, which is said on the error output. The port is kept before anybody is told of it.
    /// </summary>
    /// <param name="store">What survives a restart.</param>
    /// <param name="key">Where the port stands: "macs/port".</param>
    /// <param name="consequence">What a changed port means for clients: "a POS that has stored the old address must be told".</param>
    /// <param name="cancel">Gives up.</param>
    public async Task StartOnKeptPortAsync(ILabStore store, string key, string consequence, CancellationToken cancel = default)
    {
        var kept = int.TryParse(store.Read(key), NumberStyles.None, CultureInfo.InvariantCulture, out var remembered)
            && site.Keeps(remembered) ? remembered : 0;
        Port = kept;
        try
        {
            await StartAsync(cancel);
        }
        catch (IOException) when (kept != 0)
        {
            Port = 0;
            await StartAsync(cancel);
            await Console.Error.WriteLineAsync($"{key}: port {kept} is in use by another program, so it is {Port} now; {consequence}");
        }

        if (Port != kept)
        {
            store.Save((key, Port.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Power is gone.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref app, null) is not { } running)
        {
            return;
        }

        await power!.CancelAsync();
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await running.StopAsync(atOnce.Token);
        await running.DisposeAsync();
        power.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StartOnAsync(int chosen, CancellationToken cancel)
    {
        var on = new CancellationTokenSource();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseBoundedKestrel(kestrel => Listen(kestrel, chosen, on.Token)).UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        // A body that is missing is an error like a broken one, with a text that names it.
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services?.Invoke(builder.Services);
        var starting = builder.Build();
        try
        {
            starting.UseWebErrors(errors);
            starting.UseOriginGuard(errors, isOpen);
            map(starting);
            await starting.StartAsync(cancel);
        }
        catch
        {
            await starting.DisposeAsync();
            on.Dispose();
            throw;
        }

        (app, power, Port) = (starting, on, chosen);
    }

    private void Listen(KestrelServerOptions kestrel, int chosen, CancellationToken off)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(site.Address, chosen, on =>
        {
            on.Protocols = HttpProtocols.Http1;
            on.Use(next => BreakWithPower(next, off));
            if (listen is not null)
            {
                listen(on);
            }
            else
            {
                site.Tls?.Offer(on);
            }

            if (refusals is not null)
            {
                on.Use(refusals.Watch);
            }
        });
    }

    private static ConnectionDelegate BreakWithPower(ConnectionDelegate next, CancellationToken off) => async connection =>
    {
        await using var pulled = off.Register(() => connection.Abort(new("the server lost its power")));
        await next(connection);
    };
}
