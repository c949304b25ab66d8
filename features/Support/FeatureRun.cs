using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.StandIns;
using PairingLab.Drivers.Tags;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Features.Support;

/// <summary>What all scenarios of a run share.</summary>
public sealed class FeatureRun : IAsyncDisposable
{
    private readonly Lazy<Task<LabBrowser>> browser;
    private readonly Lazy<Task<IStandIn>> standIn;
    private readonly RunEvidence evidence;
    private readonly HttpClient patient = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly RemoteOperatorDesk? desk;

    private FeatureRun(RunSettings settings, Bench bench)
    {
        Settings = settings;
        Bench = bench;
        Catalogue = FeatureCatalogue.Read(new DirectoryInfo(Path.Combine(settings.Root, "features")));
        Folder = new(new DirectoryInfo(settings.Folder));
        browser = new(async () => new LabBrowser(await new BrowserFinder(BrowserMachine.This).FindAsync(bench.Browser)));
        standIn = new(() => StandIn.StartAsync(settings.Root));
        desk = settings.OperatorDesk is { } address ? new(patient, new(address)) : null;
        evidence = Begin();
        Folder.WriteRun(evidence);
        foreach (var feature in Catalogue.Features)
        {
            Folder.KeepFeature(feature.Path, File.ReadAllText(Path.Combine(settings.Root, "features", feature.Path)));
        }
    }

    /// <summary>What the run was started with.</summary>
    public RunSettings Settings { get; }

    /// <summary>The bench.</summary>
    public Bench Bench { get; }

    /// <summary>All scenarios of the feature files.</summary>
    public FeatureCatalogue Catalogue { get; }

    /// <summary>Where evidence goes.</summary>
    public EvidenceFolder Folder { get; }

    /// <summary>One client for all that is asked of labs over HTTP.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5) });

    /// <summary>Where a person is asked; only run-lab has such a desk.</summary>
    public IOperatorDesk Desk => desk ?? throw new InvalidOperationException("this bench needs a person to work a device: start it with run-lab run --bench FILE, which asks");

    /// <summary>What is to be certified; the lab's own POS when nothing was said.</summary>
    public CertificationOrder Certification => Settings.Certify is { } file ? CertificationOrder.Read(file)
        : new([new(Path.Combine(Settings.Root, "lab-config", "certify", "reference-pos.json"), null, null, Path.Combine(Settings.Folder, "certification"))]);

    /// <summary>Begins a run.</summary>
    public static FeatureRun Start()
    {
        var settings = RunSettings.Read(TimeProvider.System);
        return new(settings, BenchFile.Read(settings.BenchFile));
    }

    /// <summary>The browser, started at its first use.</summary>
    public Task<LabBrowser> BrowserAsync() => browser.Value;

    /// <summary>What plays third parties over HTTP, started at its first use: a JVM takes seconds, so all scenarios share it.</summary>
    /// <exception cref="StandInMissingException">Something that it needs is not there.</exception>
    public Task<IStandIn> StandInAsync() => standIn.Value;

    /// <summary>Ends the run and writes its reports.</summary>
    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
        {
            await (await browser.Value).DisposeAsync();
        }

        if (standIn is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await standIn.Value).DisposeAsync();
        }

        Http.Dispose();
        patient.Dispose();
        Folder.WriteRun(evidence with { Finished = TimeProvider.System.GetUtcNow() });
        ReportWriter.Write(new DirectoryInfo(Settings.Folder));
    }

    private RunEvidence Begin() => new()
    {
        Id = Path.GetFileName(Settings.Folder),
        Started = TimeProvider.System.GetUtcNow(),
        Seed = Settings.Seed,
        Bench = Bench.Name,
        Through = Settings.ThroughBrowser ? "browser" : "wire",
        PackageSet = EngineName.Value,
        ToolVersion = typeof(FeatureRun).Assembly.GetName().Version!.ToString(3),
        Machine = $"{Environment.MachineName}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}",
        CommandLine = Settings.IsPlanned ? "run-lab run" : "dotnet test",
        FeatureRoot = "features",
        Tags = Settings.Tags,
        ScenariosFound = Catalogue.Pickles.Count,
        Planned = Settings.IsPlanned ? [.. Selected().Select(p => new PlannedScenario(p.Path, p.Line, p.Name))] : [],
        Devices = [.. Bench.Devices.Select(d => new DeviceEvidence(d.Id, d.Kind, RealityOf(d.Is)))],
    };

    private IEnumerable<Pickle> Selected()
    {
        var tags = Settings.Tags is { } text ? TagExpression.Parse(text) : null;
        return Catalogue.Pickles.Where(p => tags is null || tags.Matches(p.Tags.Select(t => t.Name).ToHashSet(StringComparer.Ordinal)));
    }

    private static DeviceReality RealityOf(DeviceWay way) => way switch
    {
        DeviceWay.Real => DeviceReality.Real,
        DeviceWay.Operator => DeviceReality.Operator,
        _ => DeviceReality.Simulated,
    };
}
