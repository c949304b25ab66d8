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
public sealed class ScenarioBench(FeatureRun run, string system, IWitness witness, bool throughBrowser, int seed) : IAsyncDisposable
{
    private readonly Dictionary<string, IPanel> panels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IStatusDisplay> displays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> settings = new(StringComparer.Ordinal);
    private List<DeviceSpec> specs = [.. run.Bench.Devices.Where(d => d.Is == DeviceWay.Simulated && DeviceKinds.System(d.Kind) == system).Select(SpecOf)];
    private long lastExchange;
    private LabSite? site;
    private BrowserSession? browser;
    private BrowserSession? people;

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
    public IWitness Witness => witness;

    private LabSite Site => site ?? throw new InvalidOperationException("the scenario has no site yet: begin with a Given that sets one up");

    /// <summary>Changes a device before the site is set up.</summary>
    public void Alter(Func<DeviceSpec, DeviceSpec> change) => specs = [.. specs.Select(change)];

    /// <summary>Adds a device before the site is set up.</summary>
    public void Add(DeviceSpec spec) => specs.Add(spec);

    /// <summary>Changes a setting before the site is set up.</summary>
    public void Set(string system, string name, string text)
    {
        if (!settings.TryGetValue(system, out var of))
        {
            settings[system] = of = new(StringComparer.Ordinal);
        }

        of[name] = text;
    }

    /// <summary>Sets the site up, if it is not there yet.</summary>
    public async Task StartAsync() => site ??= await LabSite.StartAsync(new()
    {
        Name = "scenario",
        Stepped = run.Bench.Clock == BenchClock.Stepped,
        Seed = seed,
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
            panels[device] = panel = await ReachAsync(device);
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

        return display;
    }

    /// <summary>Somebody's page that is no device's: of the admin panel. No trace of it is kept: a sign-in would be in it.</summary>
    public async Task<IPage> WebPageAsync(string who, Uri address, string? zone = null)
    {
        people ??= (await run.BrowserAsync()).Session();
        return await people.OpenAsync(who, address, zone);
    }

    /// <summary>The folder of the repository.</summary>
    public string Root => run.Settings.Root;

    /// <summary>Plugs a device's cable into another Commander.</summary>
    public Task ConnectAsync(string device, string to) => Devices.ConnectAsync(device, to);

    /// <summary>What plays third parties over HTTP, shared by the run.</summary>
    public Task<IStandIn> StandInAsync() => run.StandInAsync();

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
        return [.. fresh.Select(Seen)];
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
        foreach (var display in displays.Values.OfType<IAsyncDisposable>())
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
    }

    private static DeviceSpec SpecOf(BenchDevice d) =>
        new(d.Id, d.Kind, d.Model, null, d.Commander, d.Baud, d.Parity.ToString().ToLowerInvariant());

    private async Task<IPanel> ReachAsync(string device)
    {
        var row = run.Bench.Devices.FirstOrDefault(d => d.Id == device);
        if (row?.Is == DeviceWay.Operator)
        {
            return new OperatorPanel(device, run.Desk, witness, Address);
        }

        return throughBrowser || row?.Page is not null || row?.Through == PanelWay.Browser
            ? await BrowseAsync(device, row?.Page ?? new Uri(Address, $"devices/{device}"))
            : new WirePanel(run.Http, Address, device, Time, witness, run.Bench.Patience);
    }

    /// <summary>A real display's line stands in the bench file, a simulated one's in the directory; it is read in the same way.</summary>
    private async Task<IStatusDisplay> ReachDisplayAsync(string commander)
    {
        var row = run.Bench.Devices.FirstOrDefault(d => d.Id == commander);
        var line = row?.Line ?? (await DirectoryAsync()).Devices.Single(d => d.Id == commander).Line
            ?? throw new InvalidOperationException($"{commander} has no serial line");
        var wired = new SerialSettings(row?.Baud ?? 9600, Enum.Parse<SerialParity>((row?.Parity ?? LineParity.None).ToString()));
        return await CommanderDisplay.OpenAsync(commander, line, Time, witness, wired);
    }

    private async Task<IPanel> BrowseAsync(string device, Uri page)
    {
        browser ??= (await run.BrowserAsync()).Session(traced: true);
        return new BrowserPanel(device, await browser.OpenAsync(device, page), Time, witness, run.Bench.Patience);
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

    private static ExchangeSeen Seen(Exchange e) => new()
    {
        Wall = TimeProvider.System.GetUtcNow(),
        Lab = e.At,
        From = e.From,
        To = Uri.TryCreate(e.Url, UriKind.Absolute, out var url) ? url.Authority : "link",
        Method = e.Method,
        Url = e.Url,
        RequestBody = e.RequestBody,
        Status = e.Status == 0 ? null : e.Status,
        ResponseBody = e.ResponseBody,
        WallMs = e.Milliseconds,
    };
}
