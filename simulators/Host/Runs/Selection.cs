using System.Globalization;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Tags;
using PairingLab.Drivers.Words;
using PairingLab.Host.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>Which scenarios a person asked for: by place, by name, by tags. All that is said must hold.</summary>
public sealed partial record Selection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Folders, feature files, and lines of them as <c>file:line</c>; none for all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>A regular expression that the name must match; null for any.</summary>
    public string? Name { get; init; }

    /// <summary>A tag expression; null for any.</summary>
    public string? Tags { get; init; }

    /// <summary>Whether anything was said.</summary>
    public bool IsAll => Paths.Count == 0 && Name is null && Tags is null;

    /// <summary>The scenarios, in the order of the features; throws when something that was said is unknown, or nothing is left.</summary>
    public IReadOnlyList<Pickle> From(FeatureCatalogue catalogue, Repository repository)
    {
        var tags = ReadTags(catalogue);
        var name = ReadName();
        var places = Paths.Count == 0 ? null : Paths.SelectMany(p => At(p, catalogue, repository)).ToHashSet();
        var placed = catalogue.Pickles.Where(p => places is null || places.Contains(p)).ToList();
        var named = placed.Where(p => name is null || name.IsMatch(p.FullName)).ToList();
        if (named.Count == 0 && name is not null)
        {
            var near = DidYouMean.To(Name!, placed.Select(p => p.FullName));
            throw new CommandException($"no scenario is named '{Name}'"
                + (near is null ? $"; {Count(placed.Count)} could be: run-lab --list shows them" : $"; did you mean '{near}'?"));
        }

        var selected = named.Where(p => tags is null || tags.Matches(TagsOf(p))).ToList();
        return selected.Count > 0 ? selected : throw new CommandException(
            $"no scenario {(named.Count == catalogue.Pickles.Count ? "" : $"of the {named.Count} picked ")}is {Tags}; "
            + $"there are {catalogue.Pickles.Count} scenarios with the tags {string.Join(", ", catalogue.Tags)}");
    }

    /// <summary>Whether an argument can only mean features: a path, or the name of a folder of them.</summary>
    public static bool IsPath(string argument) =>
        argument.Contains('/') || argument.Contains('\\') || PlaceOf(argument).Path.EndsWith(".feature", StringComparison.Ordinal)
        || Directory.Exists(argument) || Directory.Exists(Path.Combine(Repository.Find().Features, argument));

    /// <summary>The tags of a scenario, each with its @.</summary>
    internal static HashSet<string> TagsOf(Pickle pickle) => pickle.Tags.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>"1 scenario", "2 scenarios".</summary>
    internal static string Count(int scenarios) => scenarios == 1 ? "1 scenario" : $"{scenarios} scenarios";

    private TagExpression? ReadTags(FeatureCatalogue catalogue)
    {
        if (Tags is null)
        {
            return null;
        }

        var tags = TagExpression.Parse(Tags);
        return tags.UnknownTags(catalogue.Tags) is [var unknown, ..]
            ? throw new CommandException($"{unknown}{(unknown.Nearest is null ? $"; there are: {string.Join(", ", catalogue.Tags)}" : "")}")
            : tags;
    }

    private Regex? ReadName()
    {
        try
        {
            return Name is null ? null : new(Name, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException e)
        {
            throw new CommandException($"--name is not a regular expression: {e.Message}");
        }
    }

    private static IEnumerable<Pickle> At(string argument, FeatureCatalogue catalogue, Repository repository)
    {
        var (path, lines) = PlaceOf(argument);
        var inFeatures = Found(path, repository) ?? throw Unknown(path, catalogue);
        var within = catalogue.Features.Where(f => inFeatures is "." || f.Path == inFeatures
            || f.Path.StartsWith($"{inFeatures}/", StringComparison.Ordinal)).ToList();
        if (within.Count == 0)
        {
            throw new CommandException($"there is no feature file in '{path}'; features are below {repository.Features}");
        }

        return lines.Count == 0
            ? within.SelectMany(f => f.Pickles)
            : within is [var feature] && feature.Path == inFeatures
            ? lines.SelectMany(l => AtLine(feature, l, repository))
            : throw new CommandException($"'{argument}': only a feature file has lines");
    }

    private static IReadOnlyList<Pickle> AtLine(Feature feature, int line, Repository repository)
    {
        var last = File.ReadLines(Path.Combine(repository.Features, feature.Path)).Count();
        return line >= 1 && line <= last
            ? feature.At(line)
            : throw new CommandException($"{feature.Path} has no line {line}: its last line is {last}");
    }

    /// <summary>A path as it is below the features: it may be said from here, from the repository or from the features.</summary>
    private static string? Found(string path, Repository repository) =>
        new[] { Environment.CurrentDirectory, repository.Root, repository.Features }
            .Select(from => Path.GetFullPath(Path.Combine(from, path)))
            .Where(p => File.Exists(p) || Directory.Exists(p))
            .Select(p => Path.GetRelativePath(repository.Features, Path.TrimEndingDirectorySeparator(p)).Replace('\\', '/'))
            .FirstOrDefault(p => !p.StartsWith("..", StringComparison.Ordinal));

    private static CommandException Unknown(string path, FeatureCatalogue catalogue)
    {
        var files = catalogue.Features.Select(f => f.Path).ToList();
        var folders = files.Where(f => f.Contains('/')).Select(f => f[..f.LastIndexOf('/')]).Distinct().ToList();
        var said = path.Replace('\\', '/').Replace("features/", "", StringComparison.Ordinal).TrimEnd('/');
        var near = DidYouMean.To(said, files.Concat(folders))
            ?? files.Find(f => DidYouMean.To(said, [f[(f.LastIndexOf('/') + 1)..]]) is not null);
        return new($"no feature file or folder '{path}'"
            + (near is null ? $"; the folders are: {string.Join(", ", folders)}" : $"; did you mean 'features/{near}'?"));
    }

    private static (string Path, IReadOnlyList<int> Lines) PlaceOf(string argument)
    {
        var match = Place().Match(argument);
        var lines = match.Groups["line"].Captures.Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture));
        return (match.Groups["path"].Value, [.. lines]);
    }

    // file:12 and file:12:30, as Cucumber has it; the colon of C:\ is no line's.
    [GeneratedRegex(@"^(?<path>.+?)(:(?<line>\d{1,7}))*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Place();
}
