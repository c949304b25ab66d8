using System.Text.Json.Nodes;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Messages;

/// <summary>Gives messages.ndjson to the official packages.</summary>
public class MessagesReportTests
{
    [Fact]
    public void The_official_packages_read_and_render_it()
    {
        using var run = new SampleRun().Write();
        ReportWriter.Write(run.Folder);
        var html = Path.Combine(run.Folder.FullName, "cucumber.html");

        var found = JsonNode.Parse(Npm.Run("check-messages.mjs", Path.Combine(run.Folder.FullName, "messages.ndjson"), html))!;

        found["problems"]!.AsArray().Select(p => p!.ToString()).ShouldBeEmpty();
        var rendered = File.ReadAllText(html);
        foreach (var pickle in run.Feature.Pickles)
        {
            rendered.ShouldContain(pickle.Name);
        }
    }

    [Fact]
    public void Steps_end_as_the_evidence_says()
    {
        using var run = new SampleRun().Write();
        ReportWriter.Write(run.Folder);
        var messages = File.ReadLines(Path.Combine(run.Folder.FullName, "messages.ndjson")).Select(l => JsonNode.Parse(l)!).ToList();

        var statuses = messages.Select(m => m["testStepFinished"]?["testStepResult"]?["status"]?.ToString()).OfType<string>()
            .GroupBy(s => s).ToDictionary(s => s.Key, s => s.Count());
        statuses.ShouldBe(
            new Dictionary<string, int> { ["PASSED"] = 5 + 2 + 1 + 1 + 2, ["FAILED"] = 2, ["SKIPPED"] = 3 + 2 }, ignoreOrder: true);
        messages.Count(m => m["attachment"] is not null).ShouldBe(1);
        messages[^1]["testRunFinished"]!["success"]!.GetValue<bool>().ShouldBeFalse();
    }
}
