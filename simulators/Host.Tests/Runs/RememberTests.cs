using System.Xml.Linq;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>Real runs: shards that are merged, the history, and two runs side by side.</summary>
public sealed class RememberTests : IDisposable
{
    private const string Commander = """
        { "name": "COUNT minutes", "clock": "stepped",
          "settings": { "commander": { "retrieveWindow": "00:0COUNT:00" } },
          "devices": [
            { "id": "commander-1", "kind": "commander-display", "is": "simulated" },
            { "id": "config-1", "kind": "configuration-client", "is": "simulated" },
            { "id": "pos-1", "kind": "pos-workstation", "is": "simulated" } ] }
        """;

    private static readonly string[] ThreeRows = ["run", "--no-build", "--seed", "7", "--name", "OTP is retrieved .* after .Pair POS"];

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Two_shards_are_merged_into_one_run_as_if_it_had_been_one()
    {
        var one = await RunAsync(0, [.. ThreeRows, "--shard", "1/2"]);
        var other = await RunAsync(0, [.. ThreeRows, "--shard", "2/2"]);
        var target = Path.Combine(folder.Path, "whole");
        var said = await SaidAsync(0, "merge", one, other, "--out", target);
        said.ShouldContain("Passed: 3 passed, 0 failed");
        said.ShouldNotContain("in more than one run");
        XDocument.Load(Path.Combine(target, "junit.xml")).Descendants("testcase").Select(c => (string?)c.Attribute("name")).Distinct()
            .Count().ShouldBe(3);
        File.ReadLines(Path.Combine(target, "messages.ndjson")).Count(l => l.Contains("\"testCaseStarted\"", StringComparison.Ordinal))
            .ShouldBe(3);
        (await SaidAsync(2, "merge", one, "--out", target)).ShouldContain("is not empty; name a new folder");
        (await SaidAsync(0, "history", "retrieved 59 seconds")).Split('\n').Count(l => l.StartsWith("  ", StringComparison.Ordinal))
            .ShouldBe(1, "the parts of a merged run would count twice");
    }

    [Fact]
    public async Task A_rerun_that_is_merged_keeps_the_earlier_verdict()
    {
        var failed = await RunAsync(1, [.. ThreeRows, "--bench", Bench(2)]);
        var mended = await RunAsync(0, [.. ThreeRows, "--last-failed", "--bench", Bench(1)]);
        var said = await SaidAsync(0, "merge", failed, mended, "--out", Path.Combine(folder.Path, "whole"));
        said.ShouldContain("Passed: 1 passed, 0 failed, 0 errors, 0 skipped, 2 flaky");
        said.ShouldContain("in more than one run: Commander/PairingTimers.feature:");
    }

    [Fact]
    public async Task A_shard_that_is_missing_is_not_a_whole_run()
    {
        var one = await RunAsync(0, [.. ThreeRows, "--fail-fast"]);
        File.Delete(Directory.GetFiles(Path.Combine(one, "evidence", "scenarios"))[0]);
        (await SaidAsync(2, "merge", one, "--out", Path.Combine(folder.Path, "whole")))
            .ShouldContain("1 selected scenarios left no evidence");
    }

    [Fact]
    public async Task The_report_says_what_is_new_and_the_history_outlives_the_runs()
    {
        var first = await RunAsync(0, [.. ThreeRows, "--bench", Bench(1)]);
        var second = await RunAsync(1, [.. ThreeRows, "--bench", Bench(2)]);
        (await IndexAsync(second)).ShouldContain("Newly failed (2)");
        var third = await RunAsync(1, [.. ThreeRows, "--bench", Bench(2)]);
        (await IndexAsync(third)).ShouldContain("Still failed (2)");
        var fourth = await RunAsync(0, [.. ThreeRows, "--bench", Bench(1), "--keep", "2"]);
        (await IndexAsync(fourth)).ShouldContain("Mended (2)");
        (await IndexAsync(fourth)).ShouldContain(">.FF.</span>");
        (await IndexAsync(fourth)).ShouldContain(
            $"<title>{Path.GetFileName(third)}: 2 failed, 0 flaky, 0 skipped, 1 passed in ", customMessage: "the chart over runs");
        Directory.Exists(first).ShouldBeFalse("two runs are kept");
        Directory.Exists(second).ShouldBeFalse("two runs are kept");
        Directory.Exists(third).ShouldBeTrue();
        var said = await SaidAsync(0, "history", "retrieved 60 seconds");
        said.ShouldContain($"  {Path.GetFileName(first)}  Passed  ");
        said.ShouldContain($"  {Path.GetFileName(second)}  Failed  ");
        said.ShouldContain("bench \"2 minutes\", seed 7, lab ");
        (await SaidAsync(2, "history", "no such thing")).ShouldContain("no scenario that ever ran is named 'no such thing'");
    }

    [Fact]
    public async Task Two_runs_are_compared_by_what_steps_and_panels_said()
    {
        var one = await RunAsync(0, [.. ThreeRows, "--bench", Bench(1)]);
        var other = await RunAsync(1, [.. ThreeRows, "--bench", Bench(2)]);
        var said = await SaidAsync(1, "compare", one, Path.GetFileName(other));
        said.ShouldContain("(bench \"1 minutes\": 3 Simulated) | ");
        said.ShouldContain("Passed ");
        said.ShouldContain("shows \"There is no Pairing OTP to retrieve.\": Passed | Failed");

        // The steps name the panel too; what it showed stands side by side.
        said.ShouldMatch("config-1 shows \"[^\"|]*\" \\| \"");
        said.ShouldContain("3 scenarios, 2 different");
        (await SaidAsync(0, "compare", one, one)).ShouldContain("3 scenarios, 0 different");
    }

    [Fact]
    public async Task What_a_step_measured_is_in_evidence_report_JUnit_and_history()
    {
        await RunAsync(0, "run", "--no-build", "--tags", "@smoke");
        var run = await RunAsync(0, "run", "--no-build", "--tags", "@smoke");
        var property = XDocument.Load(Path.Combine(run, "junit.xml")).Descendants("property")
            .Single(p => (string?)p.Attribute("name") == "measurement: time taken");
        ((string?)property.Attribute("value")).ShouldEndWith(" s, at most 600 s");
        var page = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(run, "scenarios"), "*.html").Single());
        page.ShouldContain("at most 600 s");
        page[page.IndexOf("<polyline points=", StringComparison.Ordinal)..].Split('"')[1].Split(' ').Length.ShouldBe(2, "a point a run");
    }

    [Fact]
    public async Task A_failure_names_the_command_that_reruns_it()
    {
        await using var run = LabProcess.StartIn(folder.Path, [.. ThreeRows, "--bench", Bench(2)]);
        await run.EndAsync();
        var again = await run.LineAsync("  again  ./run-lab.sh ");
        again.ShouldStartWith("features/Commander/PairingTimers.feature:");
        again.ShouldContain(" --seed 7 --bench ");
        (await SaidAsync(1, [.. again.Split(' '), "--no-build"])).ShouldContain("0 passed, 1 failed");
    }

    public void Dispose() => folder.Dispose();

    private string Bench(int minutes) => folder.Write("bench.json", Commander.Replace("COUNT", $"{minutes}", StringComparison.Ordinal));

    private static Task<string> IndexAsync(string run) => File.ReadAllTextAsync(Path.Combine(run, "index.html"));

    private async Task<string> RunAsync(int code, params string[] args)
    {
        await using var run = LabProcess.StartIn(folder.Path, args);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        return Path.GetDirectoryName(await run.LineAsync("report:"))!;
    }

    private async Task<string> SaidAsync(int code, params string[] args)
    {
        await using var run = LabProcess.StartIn(folder.Path, args);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        return run.Output;
    }
}
