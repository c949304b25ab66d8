using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using PairingLab.Host.Sites;
using PairingLab.Host.StandIns;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Serial;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>One site: its clock, store, cables, systems and devices, and the web server that shows them.</summary>
public sealed partial class LabSite : IAsyncDisposable
{
    private const string ClockKey = "lab/clock";

    private readonly SiteOptions options;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> settings;
    private readonly ConcurrentDictionary<string, DeviceSpec> specs = new(StringComparer.Ordinal);
    private readonly ILabStore store;
    private IReadOnlyList<IPairingSystem> systems = [];
    private readonly RunFolder temporary;
    private WebApplication? app;

    private LabSite(SiteOptions asked)
    {
        settings = asked.Settings;
        (StandIns, options) = asked.PlaysThirdParties ? SiteStandIns.Of(asked) : (null, asked);
        store = options.DataFolder is { } folder ? new SqliteStore(folder) : new MemoryStore();
        Audit = new(options.DataFolder);
        Clock = options.Stepped ? SteppedOn(store) : new RealClock();
        Cables = new(Clock, options.Seed ?? Environment.TickCount);
        Tap = new(Clock, options.Known.Redaction);
        Tls = new(store, options.GivenCertificate());
        Listening = new(IPAddress.Parse(options.Address), options.PortBase) { Tls = Tls };
        temporary = new();
        Lines = new(temporary.Path, options.Seed ?? Environment.TickCount, Listening);
        Questions = new(options.Desk);
        Travel = new(Clock);
        Sites = options.Use is null ? new(asked) : null;
    }

    /// <summary>A device was plugged into another one.</summary>
    public event Action? Connected;

    /// <summary>The one time of the site.</summary>
    public LabClock Clock { get; }

    /// <summary>What people at the bench let pass of it.</summary>
    public ClockTravel Travel { get; }

    /// <summary>The certificates of its servers.</summary>
    public SiteTls Tls { get; }

    /// <summary>Where its systems listen.</summary>
    public Listening Listening { get; }

    /// <summary>Its cables.</summary>
    public Cables Cables { get; }

    /// <summary>Its serial lines.</summary>
    public SerialLines Lines { get; }

    /// <summary>Its devices.</summary>
    public DeviceRegistry Devices { get; } = new();

    /// <summary>The exchanges of its devices.</summary>
    public WireTap Tap { get; }

    /// <summary>What people at the bench are asked.</summary>
    public QuestionBoard Questions { get; }

    /// <summary>Who did what to it.</summary>
    public AuditTrail Audit { get; }

    /// <summary>Its name.</summary>
    public string Name => options.Name;

    /// <summary>Where its bench page is.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The systems that the lab knows, whether the site has them or not.</summary>
    internal PairingSystems Known => options.Known;

    /// <summary>The third parties that it plays; null when it plays none.</summary>
    public SiteStandIns? StandIns { get; }

    /// <summary>The sites that were made at it for others' tests; null at such a site.</summary>
    internal LabSites? Sites { get; }

    /// <summary>Its devices as they are now: each as it was made, plugged in where it is.</summary>
    internal IReadOnlyList<DeviceSpec> Specs => [.. Devices.All.Select(d => specs[d.Info.Id])];

    /// <summary>Its systems.</summary>
    public IReadOnlyList<IPairingSystem> Systems => systems;

    /// <summary>The passwords that anybody can know, by the settings that change them.</summary>
    public IEnumerable<string> KnownPasswords => systems.SelectMany(s => SettingsText
        .KnownPasswords(s.Description, settings.GetValueOrDefault(s.Description.Name) ?? new Dictionary<string, string>())
        .Select(name => $"{s.Description.Name}.{name}"));

    /// <summary>Sets a site up and switches its devices on.</summary>
    /// <exception cref="SiteException">A device, a setting or the port is wrong.</exception>
    /// <exception cref="StoreException">The data folder can't be used.</exception>
    public static async Task<LabSite> StartAsync(SiteOptions options, CancellationToken cancel = default)
    {
        var site = new LabSite(options);
        try
        {
            await site.SetUpAsync(cancel);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a device and switches it on. What is wrong with it, null when nothing is.</summary>
    public Task<string?> AddAsync(DeviceSpec spec) => ChangeAsync(() => PlugInAsync(spec));

    private async Task<string?> PlugInAsync(DeviceSpec spec)
    {
        if (spec.Id is not { Length: > 0 and <= 64 } || !spec.Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return $"'{spec.Id}' is not a device id; use letters, digits and dashes, such as pos-4";
        }

        if (Devices.Find(spec.Id) is not null)
        {
            return $"there is a device '{spec.Id}' already";
        }

        if (spec.Kind is null || systems.FirstOrDefault(s => s.Description.Find(spec.Kind) is not null) is not { } system)
        {
            var kinds = systems.SelectMany(s => s.Description.Kinds).Select(k => k.Name);
            return $"unknown kind '{spec.Kind}'; allowed values: {string.Join(", ", kinds)}";
        }

        var models = system.Description.Find(spec.Kind)!.Models;
        var model = spec.Model ?? models[0];
        if (!models.Contains(model, StringComparer.Ordinal))
        {
            return $"unknown model '{model}' of {spec.Kind}; allowed values: {string.Join(", ", models)}";
        }

        if (!SerialSettings.Bauds.Contains(spec.Baud))
        {
            return $"invalid baud {spec.Baud}; allowed values: {string.Join(", ", SerialSettings.Bauds)}";
        }

        var (device, whyNot) = system.Make(new(spec.Id, spec.Kind, system.Description.Name, model), spec);
        if (device is null)
        {
            return whyNot;
        }

        specs[spec.Id] = spec with { Model = model };
        Devices.Add(device);
        try
        {
            await device.PowerAsync(true);
            return null;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await TakeAwayAsync(spec.Id);
            return $"its port is in use ({e.Message}); stop the other program and try again";
        }
    }

    /// <summary>Takes a device away. False when there is none of that id.</summary>
    public Task<bool> RemoveAsync(string id) => ChangeAsync(() => TakeAwayAsync(id));

    private async Task<bool> TakeAwayAsync(string id)
    {
        Cables.TakeUp(id);
        Lines.TakeUp(id);
        specs.TryRemove(id, out _);
        return await Devices.RemoveAsync(id);
    }

    /// <summary>Plugs a device into another one. What is wrong with it, null when nothing is.</summary>
    public string? Connect(string device, string to)
    {
        if (Devices.Find(device) is not { } found)
        {
            return $"no device '{device}'";
        }

        var whyNot = SystemOf(found).Connect(device, to);
        if (whyNot is null && specs.TryGetValue(device, out var spec))
        {
            specs[device] = spec with { ConnectedTo = to };
        }

        Connected?.Invoke();
        return whyNot;
    }

    /// <summary>The system that a device belongs to.</summary>
    public IPairingSystem SystemOf(IDevice device) => systems.First(s => s.Description.Name == device.Info.System);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            using var atOnce = new CancellationTokenSource();
            await atOnce.CancelAsync();
            await app.StopAsync(atOnce.Token);
            await app.DisposeAsync();
        }

        await Travel.DisposeAsync();
        await (Sites?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Questions.DisposeAsync();
        if (StandIns is not null)
        {
            await StandIns.DisposeAsync();
        }

        foreach (var device in Devices.All.Reverse().ToList())
        {
            await device.DisposeAsync();
        }

        foreach (var system in systems)
        {
            await system.DisposeAsync();
        }

        changing.Dispose();
        Tls.Dispose();
        store.Dispose();
        temporary.Dispose();
    }

    /// <summary>A stepped clock that goes on where it stood when the lab was stopped.</summary>
    private static SteppedClock SteppedOn(ILabStore store)
    {
        DateTimeOffset? stood = store.Read(ClockKey) is { } text
            ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : null;
        return new(stood) { Keep = at => store.Save((ClockKey, at.ToString("O", CultureInfo.InvariantCulture))) };
    }

    private async Task<T> ChangeAsync<T>(Func<Task<T>> change)
    {
        await changing.WaitAsync();
        try
        {
            return await change();
        }
        finally
        {
            changing.Release();
        }
    }

    private async Task SetUpAsync(CancellationToken cancel)
    {
        await StartSystemsAsync(cancel);
        await ServeAsync(cancel);
    }
}
