using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>Real runs that a person pauses, skips and aborts, on the console and at the desk.</summary>
public sealed class ControlTests : IDisposable
{
    private static readonly string[] ThreeRows =
        ["run", "--no-build", "--seed", "7", "--workers", "1", "--desk", "--name", "OTP is retrieved .* after .Pair POS"];

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Aborted_on_the_console_it_says_by_whom_and_can_be_resumed()
    {
        await using var run = LabProcess.StartIn(folder.Path, ThreeRows);
        await run.LineAsync("type pause, resume, skip, abort");
        run.Type("pause");
        await run.LineAsync("pause: ");
        run.Type("abort");
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain($"the run was aborted by {Environment.UserName} at ");
        var index = await File.ReadAllTextAsync(await run.LineAsync("report:"));
        index.ShouldContain($"abort by {Environment.UserName} at ");

        await using var rest = LabProcess.StartIn(folder.Path, "--resume", "last", "--no-build");
        (await rest.EndAsync()).ShouldBe(0, rest.Output);
        rest.Output.ShouldContain("3 passed, 0 failed, 0 errors, 0 skipped");
    }

    [Fact]
    public async Task Paused_and_resumed_at_the_desk_it_runs_to_its_end_and_says_by_whom()
    {
        await using var run = LabProcess.StartIn(folder.Path, ThreeRows);
        var desk = new Uri(await run.LineAsync("the desk of this run:"));
        using var http = new HttpClient();
        (await http.PostAsync(new Uri(desk, "lab/run/dance"), null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await http.PostAsync(new Uri(desk, "lab/run/pause?who=Ann"), null)).EnsureSuccessStatusCode();
        await run.LineAsync("pause: Ann");
        (await http.PostAsync(new Uri(desk, "lab/run/resume?who=Ann"), null)).EnsureSuccessStatusCode();
        (await run.EndAsync()).ShouldBe(0, run.Output);
        run.Output.ShouldContain("3 passed");
        (await File.ReadAllTextAsync(await run.LineAsync("report:"))).ShouldContain("pause by Ann at ");
    }

    [Fact]
    public async Task Aborted_at_the_desk_the_rest_is_not_run()
    {
        await using var run = LabProcess.StartIn(folder.Path, ThreeRows);
        await TellAsync(run, "pause");
        await TellAsync(run, "abort");
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain("0 passed, 0 failed, 0 errors, 3 skipped");
        run.Output.ShouldContain("the run was aborted by Ann at ");
        (await File.ReadAllTextAsync(await run.LineAsync("report:"))).ShouldContain("abort by Ann at ");
    }

    public void Dispose() => folder.Dispose();

    private static async Task TellAsync(LabProcess run, string word)
    {
        using var http = new HttpClient();
        var desk = new Uri(await run.LineAsync("the desk of this run:"));
        (await http.PostAsync(new Uri(desk, $"lab/run/{word}?who=Ann"), null)).EnsureSuccessStatusCode();
        await run.LineAsync($"{word}: Ann");
    }
}
