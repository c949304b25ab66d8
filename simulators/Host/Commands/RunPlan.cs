using PairingLab.Drivers.Bench;
using PairingLab.Host.Runs;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Commands;

/// <summary>What a run will do, checked before anything is built or started.</summary>
public sealed record RunPlan
{
    /// <summary>The bench file.</summary>
    public required string BenchFile { get; init; }

    /// <summary>The bench.</summary>
    public required Bench Bench { get; init; }

    /// <summary>The scenarios.</summary>
    public required IReadOnlyList<Pickle> Scenarios { get; init; }

    /// <summary>Whether those are all that there are.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Whether a browser is needed.</summary>
    public required bool NeedsBrowser { get; init; }

    /// <summary>Whether no scenario can run without one.</summary>
    public required bool NeedsBrowserThroughout { get; init; }

    /// <summary>Whether every panel is worked in a browser.</summary>
    public required bool ThroughBrowser { get; init; }

    /// <summary>Whether other machines run the rest.</summary>
    public bool IsShard { get; init; }

    /// <summary>What all randomness comes from; null for a new one.</summary>
    public int? Seed { get; init; }

    /// <summary>The run that is continued; null for a new one.</summary>
    public ResumedRun? Resumed { get; init; }

    /// <summary>Whether a person works a device, or brings one back to a new installation.</summary>
    public bool NeedsOperator => Bench.Devices.Any(d => d.Is == DeviceWay.Operator || (d.Is == DeviceWay.Real && d.Reset is null));

    /// <summary>Checks the options against bench, settings and features; throws at the first mistake.</summary>
    public static RunPlan Make(RunOptions options, Repository repository)
    {
        var catalogue = FeatureCatalogue.Read(new(repository.Features));
        var resumed = options.Resume is { } said ? ResumedRun.Read(repository.FindRun(said), catalogue) : null;
        var file = resumed?.Run.BenchFile ?? options.BenchFile ?? repository.SimulatedBench;
        var bench = CheckedBench.Read(file);
        var selected = resumed?.Scenarios ?? Select(options, catalogue, repository);
        var throughBrowser = resumed is null ? options.ThroughBrowser : resumed.Run.Through == "browser";
        var throughout = throughBrowser || bench.Devices.Any(d => d.Page is not null || d.Through == PanelWay.Browser);
        return new()
        {
            BenchFile = Path.GetFullPath(file),
            Bench = bench,
            Scenarios = selected,
            IsWhole = selected.Count == catalogue.Pickles.Count,
            ThroughBrowser = throughBrowser,
            Seed = resumed is null ? options.Seed : (int)resumed.Run.Seed,
            Resumed = resumed,
            IsShard = options.Shard is not null,
            NeedsBrowserThroughout = throughout,
            NeedsBrowser = throughout || selected.Any(p => Selection.TagsOf(p).Contains("@browser")),
        };
    }

    /// <summary>The scenarios that the options pick; none only when none failed last, or a shard is empty.</summary>
    public static IReadOnlyList<Pickle> Select(RunOptions options, FeatureCatalogue catalogue, Repository repository)
    {
        var selected = options.Selection.From(catalogue, repository);
        if (options.LastFailed)
        {
            selected = new LastFailed(repository).Of(selected);
        }

        return options.Shard is { } shard ? shard.Of(selected) : selected;
    }
}
