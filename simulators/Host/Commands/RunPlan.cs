using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Tags;
using PairingLab.Host.Site;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Commands;

/// <summary>What a run will do, checked before anything is built or started.</summary>
public sealed record RunPlan
{
    /// <summary>The bench file.</summary>
    public required string BenchFile { get; init; }

    /// <summary>The bench.</summary>
    public required Bench Bench { get; init; }

    /// <summary>Which scenarios; null for all.</summary>
    public required TagExpression? Tags { get; init; }

    /// <summary>How many scenarios that is.</summary>
    public required int Scenarios { get; init; }

    /// <summary>Whether a browser is needed.</summary>
    public required bool NeedsBrowser { get; init; }

    /// <summary>Whether a person works a device.</summary>
    public bool NeedsOperator => Bench.Devices.Any(d => d.Is == DeviceWay.Operator);

    /// <summary>Checks the options against bench, settings and features; throws at the first mistake.</summary>
    public static RunPlan Make(RunOptions options, Repository repository)
    {
        var file = options.BenchFile ?? repository.SimulatedBench;
        var bench = CheckedBench.Read(file);
        var catalogue = FeatureCatalogue.Read(new(repository.Features));
        var tags = ReadTags(options.Tags, catalogue);
        var selected = catalogue.Pickles.Where(p => tags is null || tags.Matches(TagsOf(p))).ToList();
        return selected.Count == 0
            ? throw new CommandException($"no scenario is {options.Tags}; there are {catalogue.Pickles.Count} scenarios with the tags {string.Join(", ", catalogue.Tags)}")
            : new()
            {
                BenchFile = Path.GetFullPath(file),
                Bench = bench,
                Tags = tags,
                Scenarios = selected.Count,
                NeedsBrowser = options.ThroughBrowser || bench.Devices.Any(d => d.Page is not null || d.Through == PanelWay.Browser)
                    || selected.Any(p => TagsOf(p).Contains("@browser")),
            };
    }

    private static TagExpression? ReadTags(string? text, FeatureCatalogue catalogue)
    {
        if (text is null)
        {
            return null;
        }

        var tags = TagExpression.Parse(text);
        return tags.UnknownTags(catalogue.Tags) is [var unknown, ..]
            ? throw new CommandException($"{unknown}{(unknown.Nearest is null ? $"; there are: {string.Join(", ", catalogue.Tags)}" : "")}")
            : tags;
    }

    private static HashSet<string> TagsOf(Pickle pickle) => pickle.Tags.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
}
