using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A run against devices that are none of its own: a display on a serial port, and people at the other devices.</summary>
public sealed class HardwareBenchTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private LabSite workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await LabSite.StartAsync(new()
    {
        Devices =
        [
            new("commander-1", "commander-display", Baud: 19200),
            new("config-1", "configuration-client"),
            new("pos-1", "pos-workstation"),
        ],
    });

    public async ValueTask DisposeAsync()
    {
        await workshop.DisposeAsync();
        folder.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task A_workstation_is_paired_by_hand_with_the_OTP_that_a_probe_reads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the display of the workshop has no tty");
        var bench = folder.Write("workshop.json", $$"""
            { "name": "workshop", "clock": "real", "patience": "00:01:00",
              "devices": [
                { "id": "commander-1", "kind": "commander-display", "is": "real", "line": "{{workshop.Devices.Find("commander-1")!.Line}}",
                  "baud": 19200 },
                { "id": "config-1", "kind": "configuration-client", "is": "operator" },
                { "id": "pos-1", "kind": "pos-workstation", "is": "operator" } ] }
            """);
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--bench", bench);
        using var ended = new CancellationTokenSource();
        var person = new BenchPerson(http, new(await run.LineAsync("this bench needs you: answer here, or at")), Panel, SignInAsync);
        var working = person.WorkAsync(ended.Token);

        (await run.EndAsync()).ShouldBe(0, run.Output);
        await ended.CancelAsync();
        await working;

        run.Output.ShouldContain("1 scenario on the bench");
        run.Output.ShouldContain("1 passed, 0 failed, 0 errors, 0 skipped");
        (await Panel("pos-1").ReadAsync()).Texts.ShouldContain("Secure link to the Commander: up");
    }

    [Fact]
    public async Task A_person_who_works_and_reads_everything_is_asked_little()
    {
        var bench = folder.Write("by-hand.json", """
            { "name": "all by hand", "clock": "real", "patience": "00:01:00",
              "devices": [
                { "id": "commander-1", "kind": "commander-display", "is": "operator" },
                { "id": "config-1", "kind": "configuration-client", "is": "operator" },
                { "id": "pos-1", "kind": "pos-workstation", "is": "operator" } ] }
            """);
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--bench", bench);
        using var ended = new CancellationTokenSource();
        var person = new BenchPerson(http, new(await run.LineAsync("this bench needs you: answer here, or at")), Panel, SignInAsync);
        var working = person.WorkAsync(ended.Token);

        (await run.EndAsync()).ShouldBe(0, run.Output);
        await ended.CancelAsync();
        await working;

        person.Asked.Count.ShouldBeLessThanOrEqualTo(15, string.Join('\n', person.Asked));
        person.Asked.ShouldBeUnique();
        run.Output.ShouldContain("(no = ");
        run.Output.ShouldContain(" left)");
    }

    [Fact]
    public async Task A_bench_passes_nothing_for_hardware_that_it_has_not_and_a_run_in_which_nothing_ran_ends_with_2()
    {
        var bench = folder.Write("small.json", """
            { "name": "small", "clock": "real",
              "devices": [
                { "id": "commander-1", "kind": "commander-display", "is": "operator" },
                { "id": "config-1", "kind": "configuration-client", "is": "operator" },
                { "id": "pos-1", "kind": "pos-workstation", "is": "operator" } ] }
            """);
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@commander and @time-travel", "--bench", bench);
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain("nothing ran: every scenario was skipped");
        run.Output.ShouldContain("0 passed, 0 failed, 0 errors");
    }

    [Fact]
    public async Task Scenarios_on_one_bench_run_one_after_the_other_and_nobody_is_asked_by_two_at_once()
    {
        var bench = folder.Write("by-hand.json", """
            { "name": "all by hand", "clock": "real", "patience": "00:01:00",
              "devices": [
                { "id": "commander-1", "kind": "commander-display", "is": "operator", "reset": "true" },
                { "id": "config-1", "kind": "configuration-client", "is": "operator", "reset": "true" },
                { "id": "pos-1", "kind": "pos-workstation", "is": "operator", "reset": "true" } ] }
            """);
        await using var run = LabProcess.Start(
            "run", "--no-build", "--workers", "4",
            "--name", "^The Pairing keypad has no|^A new workstation displays|^A manager is asked for the One-Time|^A workstation can be",
            "--bench", bench);
        var desk = new Uri(await run.LineAsync("this bench needs you: answer here, or at"));
        var asking = new List<string>();
        try
        {
            for (var seen = 0; ;)
            {
                var news = await http.GetFromJsonAsync<JsonElement>(new Uri(desk, $"lab/questions?after={seen}"));
                seen = news.GetProperty("version").GetInt32();
                var open = news.GetProperty("open").EnumerateArray().ToList();
                open.Count.ShouldBeLessThanOrEqualTo(1, news.ToString());
                if (open.Count == 1 && asking.Count == 0)
                {
                    await NobodyElseAsksAsync(new Uri(desk, $"lab/questions?after={seen}"));
                }

                foreach (var question in open)
                {
                    asking.Add(question.GetProperty("scenario").GetString()!);
                    await http.PostAsJsonAsync(
                        new Uri(desk, $"lab/questions/{question.GetProperty("id").GetInt32()}"), new { verdict = "not-applicable" });
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The run has ended.
        }

        (await run.EndAsync()).ShouldBe(2, run.Output);
        asking.Count.ShouldBeGreaterThanOrEqualTo(3, run.Output);
        var groups = asking.Where((s, i) => i == 0 || asking[i - 1] != s).ToList();
        groups.ShouldBeUnique("a scenario that is asked about again after another had its turn was not alone");
    }

    /// <summary>Scenarios of other features, which have a worker each, would ask now, while the first waits for its answer.</summary>
    private async Task NobodyElseAsksAsync(Uri news)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            (await http.GetStringAsync(news, enough.Token)).ShouldBeNull("a second question while the first was open");
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // As it should be.
        }
    }

    [Fact]
    public async Task A_display_that_falls_silent_is_an_error_of_the_bench_and_not_a_failure_of_the_product()
    {
        using var line = new FallingSilent();
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--bench", BenchAt(line.Address));
        using var ended = new CancellationTokenSource();
        var person = new BenchPerson(http, new(await run.LineAsync("this bench needs you: answer here, or at")), Panel, SignInAsync);
        var working = person.WorkAsync(ended.Token);
        (await run.EndAsync()).ShouldBe(2, run.Output);
        await ended.CancelAsync();
        await working;
        run.Output.ShouldContain("0 passed, 0 failed, 1 errors");
        run.Output.ShouldContain("no byte for 2 s");
    }

    [Fact]
    public async Task A_bench_that_is_not_fit_is_said_before_a_scenario_is_blamed()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var run = LabProcess.Start(
            "run", "--no-build", "--tags", "@smoke", "--bench", BenchAt($"tcp://{silent.LocalEndpoint}"));
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain("is not fit for a run, so nothing was run: commander-1 on tcp://");
        run.Output.ShouldNotContain("report:");
    }

    [Fact]
    public async Task A_second_run_is_told_who_has_the_bench_and_so_is_who_asks()
    {
        using var line = new FallingSilent();
        var bench = BenchAt(line.Address);
        await using var run = LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--bench", bench);
        await run.LineAsync("this bench needs you");

        await using var second = LabProcess.Start("run", "--no-build", "--tags", "@smoke", "--bench", bench);
        (await second.EndAsync()).ShouldBe(2, second.Output);
        second.Output.ShouldContain($"is taken by {Environment.UserName} since ");
        second.Output.ShouldContain("--wait waits until it is free");
        await using var shown = LabProcess.Start("bench", bench);
        (await shown.EndAsync()).ShouldBe(0, shown.Output);
        shown.Output.ShouldContain("commander-1      commander-display      real       Commander      tcp://");
        shown.Output.ShouldContain("is taken by");

        await run.KillAsync();
        await using var later = LabProcess.Start("bench", bench);
        (await later.EndAsync()).ShouldBe(0, later.Output);
        later.Output.ShouldEndWith("free");
    }

    [Fact]
    public async Task The_doctor_says_what_is_wrong_and_what_would_be_right()
    {
        await using var doctor = LabProcess.Start("doctor", "--bench", BenchAt($"tcp://127.0.0.1:{ClosedPort()}"));
        (await doctor.EndAsync()).ShouldBe(2, doctor.Output);
        doctor.Output.ShouldContain("ok       .NET SDK: ");
        doctor.Output.ShouldContain("GB free");
        doctor.Output.ShouldContain("WRONG    commander-1 on tcp://127.0.0.1:");
        doctor.Output.ShouldContain("connection refused");
    }

    [Fact]
    public async Task The_monitor_shows_sentences_and_draws_the_display()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the display of the workshop has no tty");
        await using var monitor = LabProcess.Start("monitor", workshop.Devices.Find("commander-1")!.Line!, "--baud", "19200");
        await monitor.LineAsync("/");
        var began = TimeProvider.System.GetTimestamp();
        while (!monitor.Output.Contains("$PLDSP,", StringComparison.Ordinal))
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30), monitor.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        (await monitor.SignalAsync("TERM")).ShouldBe(0, monitor.Output);
        monitor.Output.ShouldContain("sentences read, 0 failed the checksum");
    }

    private string BenchAt(string line) => folder.Write("bench.json", $$"""
        { "name": "bench", "clock": "real", "patience": "00:00:05",
          "devices": [
            { "id": "commander-1", "kind": "commander-display", "is": "real", "reset": "true", "line": "{{line}}" },
            { "id": "config-1", "kind": "configuration-client", "is": "operator", "reset": "true" },
            { "id": "pos-1", "kind": "pos-workstation", "is": "operator", "reset": "true" } ] }
        """);

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private WirePanel Panel(string device) =>
        new(http, new(workshop.Address), device, new RealTime(TimeProvider.System), NoEvidenceSink.Instance);

    private static async Task SignInAsync(IPanel client)
    {
        await client.EnterAsync("User Name", "manager");
        await client.EnterAsync("Password", "Manager-5329");
        await client.PressAsync("Sign In");
        await client.WaitUntilAsync(p => p.Says("Signed in: manager"), "the manager signed in");
    }
}
