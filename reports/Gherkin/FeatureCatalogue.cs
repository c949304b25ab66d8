namespace PairingLab.Reports.Gherkin;

/// <summary>All features of a folder.</summary>
public sealed class FeatureCatalogue
{
    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    private FeatureCatalogue(IReadOnlyList<Feature> features)
    {
        Features = features;
        Pickles = [.. features.SelectMany(f => f.Pickles)];
        Tags = [.. Pickles.SelectMany(p => p.Tags).Select(t => t.Name).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The features, by path.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Every scenario, outlines expanded.</summary>
    public IReadOnlyList<Pickle> Pickles { get; }

    /// <summary>Every tag that a scenario has, with its @, sorted.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Reads all feature files under a folder. Throws <see cref="GherkinException"/> at the first that cannot be parsed.</summary>
    public static FeatureCatalogue Read(DirectoryInfo folder) => new(
        [.. Files(folder).Select(f => Feature.Parse(PathIn(folder, f), File.ReadAllText(f.FullName)))]);

    /// <summary>
    /// The pickle that a test framework runs: it knows the feature's name, the scenario's title (with the example's values
    /// put in or not) and the example's values.
    /// </summary>
    public Pickle? Find(string feature, string title, IReadOnlyDictionary<string, string> arguments) =>
        Pickles.FirstOrDefault(p =>
            p.FeatureName == feature
            && (p.Scenario.Name == title || p.Name == title)
            && p.Arguments.All(a => arguments.TryGetValue(a.Key, out var value) && value == a.Value));

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder
        .EnumerateFiles("*.feature", SearchOption.AllDirectories)
        .Where(f => !PathIn(folder, f).Split('/').Any(p => Built.Contains(p) || p.EndsWith(".Tests", StringComparison.Ordinal)))
        .OrderBy(f => PathIn(folder, f), StringComparer.Ordinal);

    private static string PathIn(DirectoryInfo folder, FileInfo file) =>
        Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
}
