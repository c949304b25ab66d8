using System.Text.Json.Nodes;
using PairingLab.Reports.Gherkin;
using PairingLab.Reports.Messages;

namespace PairingLab.Reports.Tests.Gherkin;

/// <summary>Holds the reader against the official one.</summary>
public class FeatureReaderTests
{
    private static readonly string[] Ids = ["id", "astNodeId", "astNodeIds", "uri"];

    [SkippableFact]
    public void Reads_what_the_official_Gherkin_reads()
    {
        var files = Samples().Concat(OfTheRepository()).ToList();
        var official = Npm.Run("pickles.mjs", files).Trim().Split('\n');
        official.Length.ShouldBe(files.Count);
        foreach (var (file, line) in files.Zip(official))
        {
            var theirs = JsonNode.Parse(line)!;
            theirs["error"]?.ToString().ShouldBeNull(file);
            var feature = FeatureReader.Read("x", File.ReadAllText(file));
            var ids = new MessageIds();
            Plain(new DocumentMessage(ids).Of(feature)["gherkinDocument"]).ShouldBe(Plain(theirs["document"]), file);
            var pickles = feature.Pickles.Select(p => Plain(new PickleMessage(ids).Of(p)["pickle"])).ToList();
            pickles.ShouldBe(theirs["pickles"]!.AsArray().Select(Plain).ToList(), file);
        }
    }

    [Theory]
    [InlineData("Scenario: x", 1, "begins with 'Feature:'")]
    [InlineData("# language: de\nFunktionalität: x", 1, "English")]
    [InlineData("Feature: x\n@a b\nScenario: y", 2, "blank")]
    [InlineData("Feature: x\nScenario: y\nGiven a\n| a | b |\n| c |", 5, "1 cells")]
    [InlineData("Feature: x\nScenario: y\nGiven a\nwhatever", 4, "expected a step")]
    [InlineData("Feature: x\nScenario: y\nGiven a\n\"\"\"\nopen", 4, "not closed")]
    [InlineData("Feature: x\nScenario: y\nGiven a\n@left", 4, "expected")]
    [InlineData("", 1, "begins with 'Feature:'")]
    public void Says_where_a_file_is_not_Gherkin(string content, int line, string message)
    {
        var error = Should.Throw<GherkinException>(() => FeatureReader.Read("a/b.feature", content));
        error.Message.ShouldStartWith($"a/b.feature({line}): ");
        error.Message.ShouldContain(message);
    }

    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Gherkin", "Samples"), "*.feature").Order();

    private static IEnumerable<string> OfTheRepository()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Directory.Packages.props")))
        {
            root = root.Parent;
        }

        var features = Path.Combine(root?.FullName ?? ".", "features");
        return Directory.Exists(features)
            ? Directory.EnumerateFiles(features, "*.feature", SearchOption.AllDirectories).Order()
            : [];
    }

    // Ids are each reader's own; members are sorted so that their order does not matter.
    private static string Plain(JsonNode? node) => Sorted(node)?.ToJsonString() ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(m => !Ids.Contains(m.Key) && m.Value is not null)
            .OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
