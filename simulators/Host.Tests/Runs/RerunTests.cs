using System.Xml.Linq;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>Real runs: what failed is run again, repeated, stopped and gone on with.</summary>
public sealed class RerunTests : IDisposable
{
    // By the guide an OTP is retrieved within one minute; this Commander leaves two, so the rows of 60 and 61 seconds fail.
    internal const string WrongCommander = """
        { "name": "a Commander that leaves too much time", "clock": "stepped",
          "settings": { "commander": { "retrieveWindow": "00:02:00" } },
          "devices": [
            { "id": "commander-1", "kind": "commander-display", "is": "simulated" },
            { "id": "config-1", "kind": "configuration-client", "is": "simulated" },
            { "id": "pos-1", "kind": "pos-workstation", "is": "simulated" } ] }
        """;

    private static readonly string RightCommander = WrongCommander.Replace("00:02:00", "00:01:00", StringComparison.Ordinal);

    private static readonly string[] ThreeRows = ["run", "--no-build", "--seed", "7", "--name", "OTP is retrieved .* after .Pair POS"];

    private readonly TestFolder folder = new();

    [Fact]
    public async Task What_failed_last_is_run_again_until_it_passes()
    {
        var bench = folder.Write("bench.json", WrongCommander);
        await RunAsync(1, [.. ThreeRows, "--bench", bench]);
        (await RunAsync(0, "--last-failed", "--list")).ShouldContain("2 scenarios in 1 feature");
        folder.Write("bench.json", RightCommander);
        (await RunAsync(0, "--last-failed", "--no-build", "--bench", bench)).ShouldContain("2 passed, 0 failed");
        (await RunAsync(0, "--last-failed", "--no-build")).ShouldContain("no scenario failed when it ran last");
    }

    [Fact]
    public async Task A_scenario_that_passes_only_when_tried_again_is_flaky_and_every_attempt_is_kept()
    {
        var flaky = await FlakyAsync(0);
        flaky.Output.ShouldContain("Passed: 1 passed, 0 failed, 0 errors, 0 skipped, 2 flaky");
        flaky.Output.ShouldContain("FLAKY    ");
        var cases = XDocument.Load(Path.Combine(flaky.Run, "junit.xml")).Descendants("testcase").ToList();
        cases.Count.ShouldBe(3);
        cases.Count(c => c.Element("flakyFailure") is not null && c.Element("failure") is null).ShouldBe(2);
        cases.SelectMany(c => c.Descendants("property")).Count(p => (string?)p.Attribute("value") == "2"
            && (string?)p.Attribute("name") == "attempts").ShouldBe(2);
        Directory.GetFiles(Path.Combine(flaky.Run, "evidence", "scenarios"), "*.json").Length.ShouldBe(5);
        (await File.ReadAllTextAsync(Path.Combine(flaky.Run, "index.html"))).ShouldContain("passed only when tried again");
        var messages = await File.ReadAllLinesAsync(Path.Combine(flaky.Run, "messages.ndjson"));
        messages.Count(m => m.Contains("\"willBeRetried\":true", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_flaky_scenario_fails_the_run_when_that_is_asked_for() =>
        (await FlakyAsync(1, "--fail-on-flaky")).Output.ShouldContain("Failed: 1 passed, 0 failed, 0 errors, 0 skipped, 2 flaky");

    [Fact]
    public async Task The_run_stops_at_the_first_failure_and_resume_runs_the_rest()
    {
        var bench = folder.Write("bench.json", WrongCommander);
        var said = await RunAsync(1, [.. ThreeRows, "--bench", bench, "--fail-fast", "--workers", "1"]);
        said.ShouldContain("1 passed, 1 failed, 0 errors, 1 skipped");
        folder.Write("bench.json", RightCommander);
        said = await RunAsync(1, "--resume", "last", "--no-build");
        said.ShouldContain("1 scenario on the bench");
        said.ShouldContain("2 passed, 1 failed, 0 errors, 0 skipped");
        (await RunAsync(0, "--resume", "last", "--no-build")).ShouldContain("nothing is left to run");
    }

    [Fact]
    public async Task The_run_stops_at_the_failure_that_is_one_too_many_and_says_so()
    {
        // Each repetition passes one row and fails two, so the third failure is in the second.
        var bench = folder.Write("bench.json", WrongCommander);
        string[] counted = [.. ThreeRows, "--bench", bench, "--workers", "1", "--repeat", "2", "--max-failures", "3"];
        var said = await RunAsync(1, counted);
        said.ShouldContain("2 passed, 3 failed, 0 errors, 1 skipped");
        said.ShouldContain("the run stops after 3 failures");
    }

    [Fact]
    public async Task A_run_is_repeated_and_each_repetition_counts() =>
        (await RunAsync(0, [.. ThreeRows, "--repeat", "2"])).ShouldContain("6 passed, 0 failed");

    [Fact]
    public async Task Until_failure_ends_with_the_repetition_that_failed()
    {
        var bench = folder.Write("bench.json", WrongCommander);
        var said = await RunAsync(1, [.. ThreeRows, "--until-failure", "--repeat", "5", "--bench", bench]);
        said.ShouldContain("1 passed, 2 failed");
        said.ShouldNotContain("repetition 2");
    }

    [Fact]
    public async Task A_dry_run_finds_every_step_bound_without_a_bench() =>
        (await RunAsync(0, "--dry-run", "--no-build")).ShouldContain(": 0 steps that can't run, ");

    public void Dispose() => folder.Dispose();

    private async Task<(string Output, string Run)> FlakyAsync(int code, params string[] more)
    {
        var bench = folder.Write("bench.json", WrongCommander);
        await using var run = LabProcess.StartIn(folder.Path, [.. ThreeRows, "--bench", bench, "--retry", "1", .. more]);

        // The next attempt is a process of its own, which reads the bench file again.
        await run.LineAsync("attempt 2 at 2 scenarios");
        folder.Write("bench.json", RightCommander);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        return (run.Output, Path.GetDirectoryName(await run.LineAsync("report:"))!);
    }

    private async Task<string> RunAsync(int code, params string[] args)
    {
        await using var run = LabProcess.StartIn(folder.Path, args);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        return run.Output;
    }
}
