using System.Text.Json.Nodes;
using Io.Cucumber.Messages.Types;
using PairingLab.Reports.Gherkin;
using PairingLab.Reports.Messages;
using Feature = PairingLab.Reports.Gherkin.Feature;

namespace PairingLab.Reports.Tests.Gherkin;

/// <summary>What is read of a feature file, compared with the JavaScript Gherkin.</summary>
public class FeatureTests
{
    private static readonly string[] Ids = ["id", "astNodeId", "astNodeIds", "uri"];

    [Fact]
    public void Features_and_pickles_are_those_of_the_official_Gherkin()
    {
        var files = Samples().Concat(OfTheRepository()).ToList();
        var official = Npm.Run("pickles.mjs", files).Trim().Split('\n');
        official.Length.ShouldBe(files.Count);
        foreach (var (file, line) in files.Zip(official))
        {
            var theirs = JsonNode.Parse(line)!;
            theirs["error"]?.ToString().ShouldBeNull(file);
            var feature = Feature.Parse("x", File.ReadAllText(file));
            Plain(Json(Envelope.Create(feature.Document))["gherkinDocument"]).ShouldBe(Plain(theirs["document"]), file);
            var pickles = feature.Pickles.Select(p => Plain(Json(Envelope.Create(p.Message))["pickle"])).ToList();
            pickles.ShouldBe(theirs["pickles"]!.AsArray().Select(PlainPickle).ToList(), file);
            feature.Pickles.Select(p => p.Line).ShouldBe(
                theirs["pickles"]!.AsArray().Select(p => p!["location"]!["line"]!.GetValue<int>()), file);
        }
    }

    [Theory]
    [InlineData("Scenario: x", 1, "#FeatureLine")]
    [InlineData("# language: xx\nFeature: x", 1, "Language not supported: xx")]
    [InlineData("Feature: x\n@a b\nScenario: y", 2, "A tag may not contain whitespace")]
    [InlineData("Feature: x\nScenario: y\nGiven a\n| a | b |\n| c |", 5, "inconsistent cell count within the table")]
    [InlineData("Feature: x\nScenario: y\nGiven a\nwhatever", 4, "got 'whatever'")]
    [InlineData("Feature: x\nScenario: y\nGiven a\n\"\"\"\nopen", 6, "unexpected end of file, expected: #DocStringSeparator")]
    [InlineData("Feature: x\nScenario: y\nGiven a\n@left", 5, "unexpected end of file, expected: #TagLine")]
    [InlineData("", 1, "expected 'Feature:'")]
    public void A_parse_error_names_file_line_and_what_was_expected(string content, int line, string message)
    {
        var error = Should.Throw<GherkinException>(() => Feature.Parse("a/b.feature", content));
        error.Message.ShouldStartWith($"a/b.feature({line}): ");
        error.Message.ShouldContain(message);
    }

    // Messages before 31.0.0 have no location in a pickle.
    private static string PlainPickle(JsonNode? theirs)
    {
        var pickle = theirs!.DeepClone().AsObject();
        pickle.Remove("location");
        return Plain(pickle);
    }

    private static JsonNode Json(Envelope message) => JsonNode.Parse(MessageJson.Of(message))!;

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
