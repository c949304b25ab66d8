using System.Text.Json;
using System.Text.Json.Nodes;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Html;

/// <summary>A run of many scenarios with many and large attachments; the benchmark LargeReport measures one of 10,000.</summary>
public sealed class LargeRunTests : IDisposable
{
    private const int Many = 4_000;
    private const int Megabyte = 1 << 20;

    private readonly SampleRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void The_first_page_stays_light_and_no_scenario_is_lost()
    {
        run.Evidence.WriteRun(run.Run with { Planned = [] });
        var folder = Directory.CreateDirectory(Path.Combine(run.Folder.FullName, "evidence", "scenarios")).FullName;
        for (var i = 1; i <= Many; i++)
        {
            var scenario = new ScenarioEvidence
            {
                FeaturePath = $"System{i % 3}/feature-{i % 40}.feature",
                Feature = $"Feature {i % 40}",
                Rule = $"Rule {i % 7}",
                Name = $"The workstation pairs with the code that the display shows, for the {i}th time",
                Line = i,
                Tags = ["@commander", "@serial", "@time-travel"],
                Outcome = i % 2 == 0 ? Outcome.Failed : Outcome.Passed,
                Error = i % 2 == 0 ? new($"pos-1 did not show {i}", null, null) : null,
            };
            File.WriteAllBytes(
                Path.Combine(folder, $"{i:0000}-scenario.json"),
                JsonSerializer.SerializeToUtf8Bytes(scenario, EvidenceJson.Readable.ScenarioEvidence));
        }

        var index = new FileInfo(ReportWriter.Write(run.Folder).Index);
        index.Length.ShouldBeLessThan(Megabyte);
        var html = File.ReadAllText(index.FullName);
        var script = File.ReadAllText(Path.Combine(run.Folder.FullName, "assets", "rest.js"))
            .Replace("window.restOfTheList = ", "", StringComparison.Ordinal).TrimEnd(';', '\n');
        var rest = JsonNode.Parse(script)!.AsArray().Select(p => $"{p![1]}").ToList();
        var listed = string.Concat(rest.Prepend(html[html.IndexOf("id=\"features\"", StringComparison.Ordinal)..]));
        System.Text.RegularExpressions.Regex.Count(listed, "<li class=\"row\"").ShouldBe(Many);
    }

    [Fact]
    public void Large_attachments_and_all_that_are_no_pictures_lie_beside_the_messages()
    {
        run.Write();
        var pickle = run.Feature.Pickles[0];
        FileSeen Kept(string name, int size) => new() { Name = run.Evidence.KeepFile(name, new byte[size], new()), Caption = "kept" };
        run.Evidence.Add(
            new()
            {
                FeaturePath = pickle.Path,
                Feature = pickle.FeatureName,
                Name = pickle.Name,
                Line = pickle.Line,
                Outcome = Outcome.Passed,
                Repetition = 2,
                Around = [Kept("large.png", 12 * Megabyte), Kept("video.webm", 12 * Megabyte), Kept("session.har", 100)],
            },
            new());
        ReportWriter.Write(run.Folder);
        var file = new FileInfo(Path.Combine(run.Folder.FullName, "messages.ndjson"));
        file.Length.ShouldBeLessThan(Megabyte);
        var messages = File.ReadLines(file.FullName).Select(l => JsonNode.Parse(l)!).ToList();
        messages.Select(m => m["externalAttachment"]).OfType<JsonNode>().Select(a => $"{a["url"]} {a["mediaType"]}").ShouldBe(
            [
                "evidence/files/trace.zip application/zip", "evidence/files/large.png image/png",
                "evidence/files/video.webm video/webm", "evidence/files/session.har application/json",
            ],
            ignoreOrder: true);

        var html = Path.Combine(run.Folder.FullName, "cucumber.html");
        JsonNode.Parse(Npm.Run("check-messages.mjs", file.FullName, html))!["problems"]!.AsArray().Select(p => $"{p}").ShouldBeEmpty();
    }
}
