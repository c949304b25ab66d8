using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Tags;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Features.Support;

/// <summary>What all scenarios of a run share.</summary>
public sealed class FeatureRun : IAsyncDisposable
{
    private readonly Lazy<Task<LabBrowser>> browser;
    private readonly Lazy<Task<BrowserFound?>> found;
    private readonly RunEvidence evidence;
    private readonly HttpClient patient = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly RemoteOperatorDesk? desk;
    private readonly Lazy<BenchNeeds> needs;
    private readonly EditorLinks? editor;
    private int failures;

    private FeatureRun(RunSettings settings, Bench bench)
    {
        Settings = settings;
        Bench = bench;
        failures = settings.EarlierFailures;
        editor = settings.IsPlanned ? null : EditorLinks.OfSetting(settings.Root);
        needs = new(() => new(bench, BenchFile.Read(settings.UsualBench, settings.Systems.Kinds), settings.Systems.Kinds));
        foreach (var credential in bench.Devices.SelectMany(d => d.Credentials.Values))
        {
            Secrets.Add(credential.Password);
        }

        Catalogue = FeatureCatalogue.Read(new DirectoryInfo(Path.Combine(settings.Root, "features")));
        Folder = new(new DirectoryInfo(settings.Folder));
        found = new(() => new BrowserFinder(BrowserMachine.This).LookAsync(bench.Browser));
        browser = new(async () => new LabBrowser(await found.Value ?? throw new NoBrowserException(BrowserFinder.NoneFound)));
        desk = settings.OperatorDesk is { } address ? new(patient, new(address)) : null;
        Network = new(bench.Through);
        Displays = new(settings.Folder);
        evidence = Folder.ReadRun() is { } begun ? begun with { Finished = null } : Begin();
        Folder.WriteRun(evidence);
        if (settings.IsControlled)
        {
            Control.Follow(Console.In);
        }

        foreach (var feature in Catalogue.Features)
        {
            Folder.KeepFeature(feature.Path, File.ReadAllText(Path.Combine(settings.Root, "features", feature.Path)));
        }
    }

    /// <summary>What scenarios of this process have seen and no report may hold.</summary>
    public static SecretMask Secrets { get; } = new();

    /// <summary>What the run was started with.</summary>
    public RunSettings Settings { get; }

    /// <summary>The bench.</summary>
    public Bench Bench { get; }

    /// <summary>Says what the bench lacks for a scenario.</summary>
    public BenchNeeds Needs => needs.Value;

    /// <summary>The real displays.</summary>
    public RealDisplays Displays { get; }

    /// <summary>The connections of real devices in which the lab stands.</summary>
    public BenchNetwork Network { get; }

    /// <summary>Held by a scenario that works a device that is not simulated: there is one of it, so they go one by one.</summary>
    public SemaphoreSlim Hardware { get; } = new(1, 1);

    /// <summary>The settings of the bench that differ from the defaults; "" when none does.</summary>
    public string OtherSettings => string.Join(", ", Bench.Settings
        .SelectMany(of => of.Value.Select(s => (System: of.Key, Setting: s)))
        .Where(s => !Settings.Systems.IsDefault(s.System, s.Setting.Name, s.Setting.Text))
        .Select(s => $"{s.System}.{s.Setting.Name} = {s.Setting.Text}"));

    /// <summary>All scenarios of the feature files.</summary>
    public FeatureCatalogue Catalogue { get; }

    /// <summary>Where evidence goes.</summary>
    public EvidenceFolder Folder { get; }

    /// <summary>One client for all that is asked of labs over HTTP.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        UseProxy = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
    });

    /// <summary>Where a person is asked; only run-lab has such a desk.</summary>
    public IOperatorDesk Desk => desk
        ?? throw new InvalidOperationException(
            "this bench needs a person to work a device: start it with run-lab run --bench FILE, which asks");

    /// <summary>What is to be certified; the lab's own POS when nothing was said.</summary>
    public CertificationOrder Certification => Settings.Certify is { } file ? CertificationOrder.Read(file)
        : new([new(
            Path.Combine(Settings.Root, "lab-config", "certify", "reference-pos.json"),
            null,
            null,
            Path.Combine(Settings.Folder, "certification"))]);

    /// <summary>Begins a run.</summary>
    public static FeatureRun Start()
    {
        var settings = RunSettings.Current;
        return new(settings, BenchFile.Read(settings.BenchFile, settings.Systems.Kinds));
    }

    /// <summary>Why no further scenario begins; null while they do.</summary>
    public string? WhyStopped => Control.WhyAborted ?? (Settings.MaxFailures is { } max && Volatile.Read(ref failures) >= max
        ? $"not run: the run stops after {(max == 1 ? "the first failure" : $"{max} failures")}"
        : null);

    /// <summary>What a person does to the run.</summary>
    public OperatorControl Control { get; } = new(TimeProvider.System);

    /// <summary>Whether a scenario was picked; one that the catalogue does not know is not left out.</summary>
    public bool IsSelected(Pickle? pickle) => pickle is null || Settings.Selected?.Contains(pickle.Place) != false;

    /// <summary>A scenario ended.</summary>
    public void Count(Outcome outcome)
    {
        if (outcome is Outcome.Failed or Outcome.Error)
        {
            Interlocked.Increment(ref failures);
        }
    }

    /// <summary>Why no page can be opened; null when one can.</summary>
    public async Task<string?> WhyNoBrowserAsync()
    {
        try
        {
            return await found.Value is null ? BrowserFinder.NoneFound : null;
        }
        catch (NoBrowserException)
        {
            return null; // A browser that is named but missing is an error of the scenario that opens a page.
        }
    }

    /// <summary>The browser, started at its first use.</summary>
    public Task<LabBrowser> BrowserAsync() => browser.Value;

    /// <summary>Ends the run and writes its reports.</summary>
    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated && browser.Value.IsCompletedSuccessfully)
        {
            await (await browser.Value).DisposeAsync();
        }

        Http.Dispose();
        Hardware.Dispose();
        await Network.DisposeAsync();
        await Displays.DisposeAsync();
        patient.Dispose();
        Folder.WriteRun(evidence with
        {
            Finished = TimeProvider.System.GetUtcNow(),
            Interventions = [.. evidence.Interventions, .. Control.Done],
        });
        if (!Settings.IsPlanned)
        {
            // run-lab writes them itself, when it knows how the run ended.
            var reading = RunReading.Of(new DirectoryInfo(Settings.Folder));
            reading.Editor = editor;
            ReportWriter.Write(reading);
        }
    }

    private RunEvidence Begin() => new()
    {
        Id = Path.GetFileName(Settings.Folder),
        Started = TimeProvider.System.GetUtcNow(),
        Seed = Settings.Seed,
        Bench = Bench.Name,
        Through = Settings.ThroughBrowser ? "browser" : "wire",
        ToolVersion = typeof(FeatureRun).Assembly.GetName().Version!.ToString(3),
        Machine = $"{Environment.MachineName}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}",
        BenchFile = Settings.BenchFile,
        FailOnFlaky = Settings.FailOnFlaky,
        CommandLine = Settings.CommandLine,
        FeatureRoot = "features",
        Tags = Settings.Tags,
        ScenariosFound = Catalogue.Pickles.Count,
        Planned = Settings.IsPlanned
            ?
            [
                .. Enumerable.Range(1, Settings.Repeat)
                    .SelectMany(r => Selected().Select(p => new PlannedScenario(p.Path, p.Line, p.Name, r))),
            ]
            : [],
        BenchSettings = OtherSettings,
        Devices = [.. Bench.Devices.Select(Evidence)],
    };

    private IEnumerable<Pickle> Selected()
    {
        if (Settings.Selected is not null)
        {
            return Catalogue.Pickles.Where(IsSelected);
        }

        var tags = Settings.Tags is { } text ? TagExpression.Parse(text) : null;
        return Catalogue.Pickles.Where(p => tags is null || tags.Matches(p.Tags.Select(t => t.Name).ToHashSet(StringComparer.Ordinal)));
    }

    private static DeviceEvidence Evidence(BenchDevice d) => new(d.Id, d.Kind, RealityOf(d.Is))
    {
        Model = d.Base is null ? d.Model : $"{d.Model} Base {d.Base}".TrimStart(),
        Reached = d.Line is { } line ? $"{line} {d.Baud} 8{d.Parity.ToString()[0]}1" : d.Page?.ToString(),
    };

    private static DeviceReality RealityOf(DeviceWay way) => way switch
    {
        DeviceWay.Real => DeviceReality.Real,
        DeviceWay.Operator => DeviceReality.Operator,
        _ => DeviceReality.Simulated,
    };
}
