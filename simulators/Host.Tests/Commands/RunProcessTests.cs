using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;

namespace PairingLab.Host.Tests.Commands;

/// <summary>Real runs of one scenario, as run-lab starts them.</summary>
public sealed class RunProcessTests : IDisposable
{
    private const string OperatorsBench = """
        { "name": "a person at pos-1", "clock": "real",
          "devices": [
            { "id": "commander-1", "kind": "commander-display", "is": "simulated" },
            { "id": "config-1", "kind": "configuration-client", "is": "simulated" },
            { "id": "pos-1", "kind": "pos-workstation", "is": "operator" } ] }
        """;

    // The Commander POS pairing guide leaves three minutes ("only a few"); a Commander that leaves five is wrong, and the scenario
    // must say so.
    private const string WrongCommander = """
        { "name": "a Commander that leaves too much time", "clock": "stepped",
          "settings": { "commander": { "entryWindow": "00:05:00" } },
          "devices": [
            { "id": "commander-1", "kind": "commander-display", "is": "simulated" },
            { "id": "config-1", "kind": "configuration-client", "is": "simulated" },
            { "id": "pos-1", "kind": "pos-workstation", "is": "simulated" } ] }
        """;

    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_run_that_passes_ends_with_0_and_says_where_the_report_is()
    {
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--seed", "7");
        (await run.EndAsync()).ShouldBe(0, run.Output);
        run.Output.ShouldContain("seed 7");
        (await run.LineAsync("time:")).ShouldMatch("^[0-9.]+ s: build [0-9.]+ s, start [0-9.]+ s, scenarios [0-9.]+ s, report [0-9.]+ s$");
        File.Exists(await run.LineAsync("report:")).ShouldBeTrue(run.Output);
    }

    [Fact]
    public async Task A_run_that_fails_says_what_failed_and_keeps_a_picture_and_a_trace_without_secrets()
    {
        await Certify.CertifyBench.NeedBrowserAsync();
        await using var run = LabProcess.Start(
            "run", "--no-build", "--tags", "@entry-window", "--bench", folder.Write("wrong.json", WrongCommander));
        (await run.EndAsync()).ShouldBe(1, run.Output);
        run.Output.ShouldContain("Failed: 0 passed, 1 failed");
        run.Output.ShouldContain("The OTP expires while it is being keyed in");

        // A secret that had stayed in would be the failure that is told of.
        run.Output.ShouldContain("Unable to pair, please try again");
        var files = Path.Combine(Path.GetDirectoryName(await run.LineAsync("report:"))!, "evidence", "files");
        File.Exists(Path.Combine(files, "pos-1.png")).ShouldBeTrue(run.Output);
        using var trace = ZipFile.OpenRead(Path.Combine(files, "pos-1-trace.zip"));
        trace.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd())
            .ShouldContain(t => t.Contains("\"•••\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_answers_over_HTTP_and_what_does_not_apply_is_skipped()
    {
        await using var run = StartWithOperator();
        var desk = new Uri((await run.LineAsync("this bench needs you: answer here, or at")));
        using var http = new HttpClient();
        await AnswerAsync(http, desk, 1, "pass");
        await AnswerAsync(http, desk, 2, "not-applicable", "the screen is dark");
        await run.EndAsync();
        run.Output.ShouldContain("0 passed, 0 failed, 0 errors, 1 skipped");
        (await EvidenceOf(run)).ShouldContain("the screen is dark");
    }

    [Fact]
    public async Task A_person_answers_on_the_console_and_no_means_failed()
    {
        await using var run = StartWithOperator();
        await run.LineAsync("[1] Bring pos-1 to the state after a new installation");
        run.Type("p");
        await run.LineAsync("[2] ");
        run.Type("f it is broken");
        (await run.EndAsync()).ShouldBe(1, run.Output);
        run.Output.ShouldContain("says the operator: it is broken");
    }

    [Fact]
    public async Task A_scenario_that_waits_for_a_person_is_skipped_at_its_next_step_and_the_report_says_by_whom()
    {
        await using var run = StartWithOperator();
        await run.LineAsync("[1] ");
        run.Type("skip");
        run.Type("p");
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain("0 passed, 0 failed, 0 errors, 1 skipped");
        run.Output.ShouldContain($"skipped by {Environment.UserName} at ");
        (await File.ReadAllTextAsync(await run.LineAsync("report:"))).ShouldContain($"skip by {Environment.UserName} at ");
    }

    [Fact]
    public async Task What_runs_is_skipped_from_the_desk_and_the_report_says_by_whom()
    {
        await using var run = StartWithOperator();
        var desk = new Uri((await run.LineAsync("this bench needs you: answer here, or at")));
        using var http = new HttpClient();
        await run.LineAsync("[1] ");
        (await http.PostAsync(new Uri(desk, "lab/run/skip?who=Ann"), null)).EnsureSuccessStatusCode();
        await AnswerAsync(http, desk, 1, "pass");
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain("0 passed, 0 failed, 0 errors, 1 skipped");
        run.Output.ShouldContain("skipped by Ann at ");
        (await File.ReadAllTextAsync(await run.LineAsync("report:"))).ShouldContain("skip by Ann at ");
    }

    [Fact]
    public async Task Ctrl_C_stops_it_and_the_report_of_what_ran_is_written()
    {
        Assert.SkipUnless(LabProcess.HearsCtrlC, "SIGINT is ignored here (or there are no signals): start the tests in the foreground");
        await using var run = StartWithOperator();
        await run.LineAsync("[1] ");
        (await run.SignalAsync("INT")).ShouldBe(2, run.Output);
        File.Exists(await run.LineAsync("report:")).ShouldBeTrue(run.Output);
    }

    [Fact]
    public async Task A_stopped_run_counts_the_same_everywhere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGTERM");
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@commander and not @browser");
        await run.LineAsync("[10/");
        (await run.SignalAsync("TERM")).ShouldBe(2, run.Output);

        var of = Path.GetDirectoryName(await run.LineAsync("report:"))!;
        var evidence = Directory.GetFiles(Path.Combine(of, "evidence", "scenarios"), "*.json").Length;
        var planned = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(of, "evidence", "run.json")))
            .RootElement.GetProperty("planned").GetArrayLength();
        var junit = XDocument.Load(Path.Combine(of, "junit.xml")).Root!;
        (await File.ReadAllTextAsync(Path.Combine(of, "index.html"))).ShouldContain($"it was stopped by {Environment.UserName} at ");
        junit.Descendants("testcase").Count().ShouldBe(planned);
        ((int)junit.Attribute("tests")!).ShouldBe(planned);
        junit.Descendants("error").Count(e => ((string)e.Attribute("message")!).EndsWith("left no evidence.", StringComparison.Ordinal))
            .ShouldBe(planned - evidence);
        File.ReadLines(Path.Combine(of, "messages.ndjson")).Count(l => l.Contains("\"testCaseFinished\"", StringComparison.Ordinal))
            .ShouldBe(evidence);
        run.Output.ShouldContain($": {evidence} passed, 0 failed, 0 errors, 0 skipped");
    }

    public void Dispose() => folder.Dispose();

    private LabProcess StartWithOperator() =>
        LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--bench", folder.Write("operator.json", OperatorsBench));

    private static async Task<string> EvidenceOf(LabProcess run)
    {
        var of = Path.GetDirectoryName(await run.LineAsync("report:"))!;
        return string.Concat(Directory.GetFiles(Path.Combine(of, "evidence", "scenarios")).Select(File.ReadAllText));
    }

    private static async Task AnswerAsync(HttpClient http, Uri desk, int id, string verdict, string? text = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await OpenAsync(http, desk, limit.Token)).Contains(id))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }

        using var answer = await http.PostAsJsonAsync(new Uri(desk, $"lab/questions/{id}"), new { verdict, text }, limit.Token);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<List<int>> OpenAsync(HttpClient http, Uri desk, CancellationToken cancel) =>
        [
            .. (await http.GetFromJsonAsync<JsonElement>(new Uri(desk, "lab/questions"), cancel))
                .EnumerateArray().Select(q => q.GetProperty("id").GetInt32()),
        ];
}
