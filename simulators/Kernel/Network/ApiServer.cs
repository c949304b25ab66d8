using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Network;

/// <summary>
/// The port that a system's server listens on. It comes up with power and goes down as suddenly: every connection breaks,
/// nothing listens. Bad bodies and a store that fails are answered in the lab's envelope, unless the system answers them itself.
/// </summary>
/// <param name="map">Adds what is served: middleware and endpoints.</param>
/// <param name="port">The port; 0 chooses one at the first start.</param>
/// <param name="services">Adds services, an OpenAPI document say.</param>
/// <param name="listen">Adds to the connection, TLS say; null for plain HTTP.</param>
/// <param name="refusals">What is said to who sends no HTTP; nothing when null.</param>
public sealed class ApiServer(
    Action<WebApplication> map, int port = 0, Action<IServiceCollection>? services = null, Action<ListenOptions>? listen = null, BareRefusals? refusals = null)
    : IAsyncDisposable
{
    private WebApplication? app;
    private CancellationTokenSource? power;

    /// <summary>Where it listens; stays the same over a power cut. 0 before the first start.</summary>
    public int Port { get; private set; } = port;

    /// <summary>The base of the API.</summary>
    public string Address => $"{(listen is null ? "http" : "https")}://127.0.0.1:{Port}";

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">Another program has the port.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        for (var tries = 1; Port == 0; tries++)
        {
            try
            {
                await StartOnAsync(LastingPort.Candidate(), cancel).ConfigureAwait(false);
                return;
            }
            catch (IOException) when (tries < LastingPort.Tries)
            {
                // Somebody has it: another one, then.
            }
        }

        await StartOnAsync(Port, cancel).ConfigureAwait(false);
    }

    /// <summary>Power is gone.</summary>
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

    private async Task StartOnAsync(int chosen, CancellationToken cancel)
    {
        var on = new CancellationTokenSource();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, chosen, on.Token));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        services?.Invoke(builder.Services);
        var starting = builder.Build();
        try
        {
            starting.Use(NameTrouble);
            map(starting);
            await starting.StartAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            await starting.DisposeAsync().ConfigureAwait(false);
            on.Dispose();
            throw;
        }

        (app, power, Port) = (starting, on, chosen);
    }

    private void Listen(KestrelServerOptions kestrel, int chosen, CancellationToken off)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(IPAddress.Loopback, chosen, on =>
        {
            on.Protocols = HttpProtocols.Http1;
            on.Use(next => BreakWithPower(next, off));
            listen?.Invoke(on);
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

    private static async Task NameTrouble(HttpContext http, Func<Task> next)
    {
        try
        {
            await next();
        }
        catch (StoreException e)
        {
            await LabError.Answer(StatusCodes.Status507InsufficientStorage, new("store_failed", e.Message)).ExecuteAsync(http);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await LabError.Answer(e.StatusCode, new("bad_request", e.Message)).ExecuteAsync(http);
        }
    }
}
