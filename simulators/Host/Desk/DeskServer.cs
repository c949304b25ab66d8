using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Drivers.Operator;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Desk;

/// <summary>The operator desk of a run, on a port of this machine: scenarios ask there, the person answers on the console or on its page.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromMinutes(5);

    private readonly WebApplication app;
    private readonly CancellationTokenSource closing = new();

    private DeskServer(WebApplication app, OperatorDesk desk)
    {
        this.app = app;
        Desk = desk;
    }

    /// <summary>Where this program itself asks.</summary>
    public OperatorDesk Desk { get; }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Opens it.</summary>
    /// <param name="input">Where the person types answers.</param>
    /// <param name="console">Where the person reads questions.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <param name="limit">How long a question stays open; null for five minutes.</param>
    public static async Task<DeskServer> StartAsync(TextReader input, TextWriter console, CancellationToken cancel, TimeSpan? limit = null)
    {
        var desk = new OperatorDesk(TimeProvider.System, limit ?? TimeToAnswer);
        var server = new DeskServer(Build(desk), desk);
        await server.app.StartAsync(cancel).ConfigureAwait(false);

        // Reading a line blocks and can't be interrupted, so nobody waits for it; it ends with the process.
        _ = Task.Run(() => new ConsoleOperator(desk, input, console, TimeProvider.System).RunAsync(server.closing.Token), cancel);
        return server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await app.StopAsync(closing.Token).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        closing.Dispose();
    }

    private static WebApplication Build(OperatorDesk desk)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        var built = builder.Build();
        built.UseRouting();
        built.MapDesk(desk);
        return built;
    }
}
