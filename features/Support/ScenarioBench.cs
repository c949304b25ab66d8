using Microsoft.Playwright;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.StandIns;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Features.Support.Certification;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;
using PairingLab.Reports.Evidence;

namespace PairingLab.Features.Support;

/// <summary>
/// The bench of one scenario: the composition root, the one class here that knows both the drivers and the simulators.
/// The simulated devices of the bench file become a site of their own; all others are reached where the bench file says.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="system">The system that the scenario is about: the bench's other devices stay away.</param>
/// <param name="witness">Takes down what is seen.</param>
/// <param name="throughBrowser">Whether panels are worked in the browser.</param>
/// <param name="seed">Where the simulators' codes come from.</param>
public sealed partial class ScenarioBench(FeatureRun run, string system, IEvidenceSink witness, bool throughBrowser, int seed)
    : IAsyncDisposable
{
    private readonly Dictionary<string, IPanel> panels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IStatusDisplay> displays = new(StringComparer.Ordinal);
    private readonly BenchEquipment equipment = new(run.Bench, run.Http);
    private readonly Dictionary<string, Dictionary<string, string>> settings = new(StringComparer.Ordinal);
    private List<DeviceSpec> specs =
    [
        .. run.Bench.Devices
            .Where(d => d.Is == DeviceWay.Simulated && run.Settings.Systems.Kinds[d.Kind].System == system)
            .Select(SpecOf),
    ];
    private long lastExchange;
    private LabSite? site;
    private BrowserSession? browser;
    private BrowserSession? people;
    private StandIn? standIn;
    private LabSite? anotherSite;

    /// <summary>Where the site is.</summary>
    public Uri Address => new(Site.Address);

    /// <summary>How time passes.</summary>
    public ILabTime Time => run.Bench.Clock == BenchClock.Stepped ? new SteppedTime(run.Http, Address) : new RealTime(TimeProvider.System);

    /// <summary>The site's cables.</summary>
    public CableClient Cables => new(run.Http, Address);

    /// <summary>The site's serial lines.</summary>
    public LineClient Lines => new(run.Http, Address);

    /// <summary>The site's devices: power, adding, removing.</summary>
    public DeviceClient Devices => new(run.Http, Address);

    /// <summary>The client for all that a scenario asks over HTTP itself.</summary>
    public HttpClient Http => run.Http;

    /// <summary>Lab time, for evidence; null before the site is there.</summary>
    public DateTimeOffset? LabNow => site?.Clock.GetUtcNow();

    /// <summary>Where all randomness of the scenario comes from.</summary>
    public int Seed => seed;

    /// <summary>Takes down what is seen.</summary>
    public IEvidenceSink Witness => witness;

    /// <summary>The person at the bench.</summary>
    public OperatorSession Operator => field ??= new(() => run.Desk, witness, () => site is null ? null : Address);

    private LabSite Site => site
        ?? throw new InvalidOperationException("the scenario has no site yet: begin with a Given that sets one up");

    /// <summary>Gives a device another model before the site is set up.</summary>
    public void SetModel(string device, string model) => specs = [.. specs.Select(d => d.Id == device ? d with { Model = model } : d)];

    /// <summary>Gives devices another base of their software before the site is set up.</summary>
    /// <param name="softwareBase">The base.</param>
    /// <param name="which">Their id or their kind; null for all.</param>
    public void SetBase(string softwareBase, string? which = null) =>
        specs = [.. specs.Select(d => which is null || d.Id == which || d.Kind == which ? d with { Base = softwareBase } : d)];

    /// <summary>Adds a device before the site is set up.</summary>
    public void Add(string id, string kind, string? softwareBase = null, string? connectedTo = null) =>
        specs.Add(new(id, kind, Base: softwareBase, ConnectedTo: connectedTo));

    /// <summary>Changes a setting before the site is set up.</summary>
    public void Set(string system, string name, string text)
    {
        if (!settings.TryGetValue(system, out var of))
        {
            settings[system] = of = new(StringComparer.Ordinal);
        }

        of[name] = text;
    }

    /// <summary>What the bench file says.</summary>
    public Bench Plan => run.Bench;

    /// <summary>Switches a device's power.</summary>
    public async Task PowerAsync(string device, bool on)
    {
        await Operator.ConfirmAsync();
        await (Plan.IsSimulated(device) ? Devices.PowerAsync(device, on) : equipment.PowerAsync(device, on));
    }

    /// <summary>Sets what a device's cable does.</summary>
    public async Task SetCableAsync(string device, CableState state)
    {
        await Operator.ConfirmAsync();
        if (Plan.IsSimulated(device))
        {
            await Cables.SetAsync(device, state);
            return;
        }

        run.Network.Set(device, state);
    }

    /// <summary>Sets the site up, if it is not there yet, and has the real devices brought to their beginning.</summary>
    public async Task StartAsync()
    {
        if (site is null)
        {
            await StartSiteAsync();
            await equipment.ResetAsync(
                [.. run.Bench.Devices.Where(d => d.Is != DeviceWay.Simulated && run.Settings.Systems.Kinds[d.Kind].System == system)],
                Operator);
        }
    }

    private async Task StartSiteAsync() => site = await LabSite.StartAsync(new()
    {
        Name = "scenario",
        Stepped = run.Bench.Clock == BenchClock.Stepped,
        Seed = seed,
        Known = run.Settings.Systems,
        Systems = [system],
        Desk = run.Settings.OperatorDesk is { } desk ? new(desk) : null,
        Settings = Merged(),
        Devices = specs,
    });

    /// <summary>The panel of a device, reached as the bench says.</summary>
    public async Task<IPanel> PanelAsync(string device)
    {
        if (!panels.TryGetValue(device, out var panel))
        {
            panels[device] = panel = Attended(await ReachAsync(device));
        }

        return panel;
    }

    /// <summary>The status display of a Commander.</summary>
    public async Task<IStatusDisplay> DisplayAsync(string commander)
    {
        if (!displays.TryGetValue(commander, out var display))
        {
            displays[commander] = display = await ReachDisplayAsync(commander);
        }

        return Plan.HasPerson && display is not OperatorDisplay ? new AttendedDisplay(display, Operator) : display;
    }

    /// <summary>The probe on the display of a Commander.</summary>
    public async Task<IStatusDisplay> ProbeAsync(string commander)
    {
        await DisplayAsync(commander);
        await Operator.ConfirmAsync();
        return displays[commander];
    }

    /// <summary>Somebody's page that is not a device's, of the admin panel. No trace of it is kept: a sign-in would be in it.</summary>
    public async Task<IPage> WebPageAsync(string who, Uri address, string? zone = null)
    {
        people ??= (await run.BrowserAsync()).Session();
        return await people.OpenAsync(who, address, zone);
    }

    /// <summary>The folder of the repository.</summary>
    public string Root => run.Settings.Root;

    /// <summary>Plugs a device's cable into another Commander.</summary>
    public Task ConnectAsync(string device, string to) => Devices.ConnectAsync(device, to);

    /// <summary>What plays third parties over HTTP in this scenario, started at its first use.</summary>
    public async Task<StandIn> StandInAsync() => standIn ??= await StandIn.StartAsync();

    /// <summary>What another lab says is there, with its own keys and certificates; set up at its first use.</summary>
    public async Task<LabDirectory> AnotherSiteAsync()
    {
        anotherSite ??= await LabSite.StartAsync(new() { Known = run.Settings.Systems, Systems = [system] });
        return await new DirectoryClient(run.Http, new(anotherSite.Address)).ReadAsync();
    }

    /// <summary>What is to be certified.</summary>
    public CertificationOrder Certification => run.Certification;

    /// <summary>Sets the lab up around a POS that is to be certified.</summary>
    public Task<CertificationLab> CertifyAsync(CertificationTarget target, Action<string, string> attested) =>
        CertificationLab.OpenAsync(target, run.BrowserAsync, run.Settings.OperatorDesk is null ? null : run.Desk, attested);

    /// <summary>What the lab says is there.</summary>
    public Task<LabDirectory> DirectoryAsync() => new DirectoryClient(run.Http, Address).ReadAsync();

    /// <summary>The exchanges of the simulated devices since the last call.</summary>
    public IReadOnlyList<ExchangeSeen> NewExchanges()
    {
        var fresh = site?.Tap.Since(lastExchange) ?? [];
        lastExchange = fresh.Count > 0 ? fresh[^1].Number : lastExchange;
        return [.. fresh.Select(SiteExchange.Seen)];
    }

    /// <summary>Keeps screenshots and traces of open pages.</summary>
    public async Task KeepFailureAsync()
    {
        foreach (var session in new[] { browser, people }.OfType<BrowserSession>())
        {
            await session.KeepEvidenceAsync(witness);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var display in displays.Where(d => Plan.IsSimulated(d.Key)).Select(d => d.Value).OfType<IAsyncDisposable>())
        {
            await display.DisposeAsync();
        }

        foreach (var session in new[] { browser, people }.OfType<BrowserSession>())
        {
            await session.DisposeAsync();
        }

        if (site is not null)
        {
            await site.DisposeAsync();
        }

        if (anotherSite is not null)
        {
            await anotherSite.DisposeAsync();
        }

        standIn?.Dispose();
    }

    private static DeviceSpec SpecOf(BenchDevice d) =>
        new(d.Id, d.Kind, d.Model, d.Base, d.PluggedInto, d.Baud, d.Parity.ToString().ToLowerInvariant());

    private TimeSpan PatienceWith(BenchDevice? row) => row?.Patience ?? run.Bench.Patience;

    private IPanel Attended(IPanel panel) => Plan.HasPerson && panel is not OperatorPanel ? new AttendedPanel(panel, Operator) : panel;

    private async Task<IPanel> ReachAsync(string device)
    {
        var row = Plan.Find(device);
        if (row?.Is == DeviceWay.Operator)
        {
            return new OperatorPanel(device, Operator, witness);
        }

        return throughBrowser || row?.Page is not null || row?.Through == PanelWay.Browser
            ? await BrowseAsync(device, PatienceWith(row), row?.Page ?? new Uri(Address, $"devices/{device}"))
            : new WirePanel(run.Http, Address, device, Time, witness, PatienceWith(row));
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> Merged()
    {
        foreach (var (system, of) in run.Bench.Settings)
        {
            foreach (var setting in of.Where(s => !settings.GetValueOrDefault(system, []).ContainsKey(s.Name)))
            {
                Set(system, setting.Name, setting.Text);
            }
        }

        return settings.ToDictionary(s => s.Key, s => (IReadOnlyDictionary<string, string>)s.Value, StringComparer.Ordinal);
    }
}
