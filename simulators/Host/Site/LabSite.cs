using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Host.Pages;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Serial;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>One site: its clock, store, cables, systems and devices, and the web server that shows them.</summary>
public sealed class LabSite : IAsyncDisposable
{
    private readonly SiteOptions options;
    private readonly ILabStore store;
    private readonly List<IPairingSystem> systems = [];
    private static int sites;
    private readonly string lineFolder;
    private WebApplication? app;

    private LabSite(SiteOptions options)
    {
        this.options = options;
        store = options.DataFolder is { } folder ? new SqliteStore(folder) : new MemoryStore();
        Clock = options.Stepped ? new SteppedClock() : new RealClock();
        Cables = new(Clock, options.Seed ?? Environment.TickCount);
        Tap = new(Clock);
        lineFolder = Path.Combine(Path.GetTempPath(), "pairinglab", $"{Environment.ProcessId}-{Interlocked.Increment(ref sites)}");
        Lines = new(lineFolder, options.Seed ?? Environment.TickCount);
        Questions = new(options.Desk);
    }

    /// <summary>A device was plugged into another one.</summary>
    public event Action? Connected;

    /// <summary>The one time of the site.</summary>
    public LabClock Clock { get; }

    /// <summary>Its cables.</summary>
    public CableDrum Cables { get; }

    /// <summary>Its serial lines.</summary>
    public LineDrum Lines { get; }

    /// <summary>Its devices.</summary>
    public DeviceShelf Shelf { get; } = new();

    /// <summary>The exchanges of its devices.</summary>
    public WireTap Tap { get; }

    /// <summary>What people at the bench are asked.</summary>
    public QuestionBoard Questions { get; }

    /// <summary>Its name.</summary>
    public string Name => options.Name;

    /// <summary>Where its bench page is.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Its systems.</summary>
    public IReadOnlyList<IPairingSystem> Systems => systems;

    /// <summary>Sets a site up and switches its devices on.</summary>
    /// <exception cref="SiteException">A device, a setting or the port is wrong.</exception>
    /// <exception cref="StoreException">The data folder can't be used.</exception>
    public static async Task<LabSite> StartAsync(SiteOptions options, CancellationToken cancel = default)
    {
        var site = new LabSite(options);
        try
        {
            await site.SetUpAsync(cancel).ConfigureAwait(false);
            return site;
        }
        catch
        {
            await site.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Adds a device and switches it on. What is wrong with it, null when nothing is.</summary>
    public async Task<string?> AddAsync(DeviceSpec spec)
    {
        if (spec.Id is not { Length: > 0 and <= 64 } || !spec.Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return $"'{spec.Id}' is no device id; use letters, digits and dashes, such as pos-4";
        }

        if (Shelf.Find(spec.Id) is not null)
        {
            return $"there is a device '{spec.Id}' already";
        }

        if (systems.Find(s => s.Models.ContainsKey(spec.Kind)) is not { } system)
        {
            return $"no kind '{spec.Kind}'; there are: {string.Join(", ", systems.SelectMany(s => s.Models.Keys))}";
        }

        var (device, whyNot) = system.Make(spec);
        if (device is null)
        {
            return whyNot;
        }

        Shelf.Add(device);
        await device.PowerAsync(true).ConfigureAwait(false);
        return null;
    }

    /// <summary>Takes a device away. False when there is none of that id.</summary>
    public async Task<bool> RemoveAsync(string id)
    {
        Cables.TakeUp(id);
        Lines.TakeUp(id);
        return await Shelf.RemoveAsync(id).ConfigureAwait(false);
    }

    /// <summary>Plugs a device into another one. What is wrong with it, null when nothing is.</summary>
    public string? Connect(string device, string to)
    {
        if (Shelf.Find(device) is not { } found)
        {
            return $"no device '{device}'";
        }

        var whyNot = SystemOf(found).Connect(device, to);
        Connected?.Invoke();
        return whyNot;
    }

    /// <summary>The system that a device belongs to.</summary>
    public IPairingSystem SystemOf(IDevice device) => systems.Find(s => s.Name == device.Card.System)!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            using var atOnce = new CancellationTokenSource();
            await atOnce.CancelAsync().ConfigureAwait(false);
            await app.StopAsync(atOnce.Token).ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
        }

        await Questions.DisposeAsync().ConfigureAwait(false);
        foreach (var device in Shelf.All.Reverse().ToList())
        {
            await device.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var system in systems)
        {
            await system.DisposeAsync().ConfigureAwait(false);
        }

        store.Dispose();
        if (Directory.Exists(lineFolder))
        {
            Directory.Delete(lineFolder, recursive: true);
        }
    }

    private async Task SetUpAsync(CancellationToken cancel)
    {
        foreach (var system in PairingSystems.Make(options, new(Clock, Cables, Tap, store, Lines, options.Seed, options.DataFolder)))
        {
            systems.Add(system);
            try
            {
                await system.StartAsync(cancel).ConfigureAwait(false);
            }
            catch (IOException e)
            {
                throw new SiteException($"{system.Name}: its port is in use ({e.Message}); stop the other program, or give the lab another folder with --data", e);
            }
        }

        foreach (var spec in options.Devices)
        {
            if (await AddAsync(spec).ConfigureAwait(false) is { } whyNot)
            {
                throw new SiteException($"device '{spec.Id}': {whyNot}");
            }
        }

        await ServeAsync(cancel).ConfigureAwait(false);
    }

    private async Task ServeAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        app = builder.Build();
        app.UseLabErrors();
        if (options.Token is null)
        {
            app.UseHostGuard();
        }

        app.UseOriginGuard();
        app.UseToken(options.Token);
        app.UseRouting();
        app.MapLab(this);
        app.MapPages(this);
        try
        {
            await app.StartAsync(cancel).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new SiteException($"port {options.Port} is in use; stop the other program, or choose another port with --port", e);
        }
        catch (SocketException e)
        {
            throw new SiteException($"{options.Address} port {options.Port} can't be listened on ({e.Message}); use an address of this machine, and a port above 1023", e);
        }

        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }
}
