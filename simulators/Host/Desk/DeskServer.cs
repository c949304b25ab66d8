using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Drivers.Operator;
using PairingLab.Host.Runs;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Desk;

/// <summary>
/// The operator desk of a run, on a port of this machine: scenarios ask there, the person answers on the console or on its page.
/// </summary>
public sealed class DeskServer : IAsyncDisposable
{
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromMinutes(5);

    private readonly DeskPlace place;
    private readonly WebApplication app;
    private readonly CancellationTokenSource closing = new();

    private DeskServer(WebApplication app, OperatorDesk desk, DeskPlace place)
    {
        this.app = app;
        this.place = place;
        Desk = desk;
    }

    /// <summary>Where this program itself asks.</summary>
    public OperatorDesk Desk { get; }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address => $"http://{place.Near}:{new Uri(Listening.Replace("[::]", "[::1]", StringComparison.Ordinal)).Port}";

    /// <summary>Where others find it, with the token in it.</summary>
    public string AddressFromOutside =>
        $"http://{place.Far}:{new Uri(Address).Port}/{(place.Token is null ? "" : $"?token={Uri.EscapeDataString(place.Token)}")}";

    private string Listening => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Opens it.</summary>
    /// <param name="input">Where the person types answers.</param>
    /// <param name="console">Where the person reads questions.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <param name="limit">How long a question stays open; null for five minutes.</param>
    /// <param name="place">Where it listens and whom it lets in; null for any port of this machine.</param>
    /// <param name="control">What a person can do to the run; null for nothing.</param>
    /// <exception cref="Commands.CommandException">The port is taken.</exception>
    public static async Task<DeskServer> StartAsync(
        TextReader input,
        TextWriter console,
        CancellationToken cancel,
        TimeSpan? limit = null,
        DeskPlace? place = null,
        RunControl? control = null)
    {
        place ??= DeskPlace.AnyPort;
        var desk = new OperatorDesk(TimeProvider.System, limit ?? TimeToAnswer);
        var server = new DeskServer(Build(desk, place, control), desk, place);
        try
        {
            await server.app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw new Commands.CommandException($"the desk can't listen at {place.At}: {e.Message}; choose another port with --desk");
        }

        // Reading a line blocks and can't be interrupted, so nobody waits for it; it ends with the process.
        _ = Task.Run(() => new ConsoleOperator(desk, input, console, TimeProvider.System).RunAsync(server.closing.Token), cancel);
        return server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await app.StopAsync(closing.Token);
        await app.DisposeAsync();
        closing.Dispose();
    }

    private static WebApplication Build(OperatorDesk desk, DeskPlace place, RunControl? control)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseBoundedKestrel(kestrel => kestrel.Listen(place.At));
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        var built = builder.Build();
        built.Use(place.GuardAsync);
        built.UseRouting();
        built.MapDesk(desk, control);
        return built;
    }
}
