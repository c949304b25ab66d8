using System.Text.Json;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A bench that is there once: a second lab with its display on a serial port and its devices as web pages.</summary>
public sealed class RecordAndReplayTests : IAsyncLifetime
{
    private const string Password = "Manager-5329";

    private readonly TestFolder folder = new();
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private LabSite? workshop;

    private string Reports => Path.Combine(folder.Path, "reports");

    private string Kept => Path.Combine(folder.Path, "kept");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the display of the workshop has no tty");
        workshop = await LabSite.StartAsync(new()
        {
            Devices =
            [
                new("commander-1", "commander-display", Baud: 19200),
                new("config-1", "configuration-client"),
                new("pos-1", "pos-workstation"),
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folder.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task A_run_with_hardware_is_played_again_without_it()
    {
        await using (var run = LabProcess.StartIn(Reports, "run", "--no-build", "--tags", "@smoke", "--bench", Bench()))
        {
            (await run.EndAsync()).ShouldBe(0, run.Output);
            run.Output.ShouldContain("1 passed, 0 failed, 0 errors, 0 skipped");
        }

        await CloseAsync();
        await using (var replay = LabProcess.StartIn(Reports, "replay", "last", "--run", "--no-build", "--keep", Kept))
        {
            (await replay.EndAsync()).ShouldBe(0, replay.Output);
            replay.Output.ShouldContain("\"A new workstation is paired and opens for sales\" as it was at ");
            replay.Output.ShouldContain("on the bench \"workshop, replayed\"");
            replay.Output.ShouldContain("1 passed, 0 failed, 0 errors, 0 skipped");
            replay.Output.ShouldNotContain("not as it was at the bench");
        }

        // The OTP of then stands in none of it: the display that is kept shows 1234.
        LineLog.Read(Path.Combine(Kept, "lines", "commander-1.log")).ShouldNotBeEmpty();
        var shown = File.ReadAllText(Path.Combine(Kept, "lines", "commander-1.log"));
        shown.ShouldContain(",06,DB*");
        foreach (var file in Directory.GetFiles(Kept, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain(Password, customMessage: file);
        }

        await using var again = LabProcess.StartIn(Reports, "replay", Kept, "--run", "--no-build");
        (await again.EndAsync()).ShouldBe(0, again.Output);
    }

    [Fact]
    public async Task Work_by_hand_is_recorded_as_evidence_and_as_a_draft_without_its_secrets()
    {
        await using var record = LabProcess.StartIn(Reports, "record", "--bench", Bench());
        await record.LineAsync("recording the bench \"workshop\"");
        var (client, pos) = (Panel("config-1"), Panel("pos-1"));
        await client.EnterAsync("User Name", "manager");
        await client.EnterAsync("Password", Password);
        await client.PressAsync("Sign In");
        await client.WaitUntilAsync(p => p.Says("Signed in: manager"), "the manager signed in");
        record.Type("config-1 [Sign In]");
        record.Type("bench the manager's password is Manager-5329");
        await pos.WaitUntilAsync(p => p.Button("Pair POS") is { Enabled: true }, "the application", TimeSpan.FromMinutes(1));
        await pos.PressAsync("Pair POS");
        await pos.WaitUntilAsync(p => p.Says("Please use Configuration Client"), "the refusal");
        record.Type("pos-1 [Pair POS]");
        record.Type("pos-1 shows Please use Configuration Client to start Commander Pairing Service and try again");
        record.Type("end");
        (await record.EndAsync()).ShouldBe(0, record.Output);

        var run = Directory.GetDirectories(Reports, "recorded-*").ShouldHaveSingleItem();
        var draft = await File.ReadAllTextAsync(Path.Combine(run, "recorded.feature"), TestContext.Current.CancellationToken);
        draft.ShouldStartWith("@commander\nFeature: Recorded on the bench \"workshop\"\n");
        draft.ShouldContain("[Pair POS] is pressed on pos-1");
        draft.ShouldContain("Then pos-1 shows \"Please use Configuration Client to start Commander Pairing Service and try again\"");
        File.ReadLines(Path.Combine(run, "lines", "commander-1.log")).Count(l => l[0] != '#').ShouldBePositive();
        File.Exists(Path.Combine(run, "index.html")).ShouldBeTrue();
        foreach (var file in Directory.GetFiles(run, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain(Password, customMessage: file);
        }
    }

    [Fact]
    public async Task A_bench_of_which_nothing_can_be_worked_is_told()
    {
        var bench = folder.Write("simulated.json", """
            { "name": "all simulated", "clock": "real", "devices": [{ "id": "pos-1", "kind": "pos-workstation", "is": "simulated" }] }
            """);
        await using var record = LabProcess.StartIn(Reports, "record", "--bench", bench);
        (await record.EndAsync()).ShouldBe(2, record.Output);
        record.Output.ShouldContain("has nothing that a person could work: every device is simulated");
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref workshop, null) is { } open)
        {
            await open.DisposeAsync();
        }
    }

    private string Bench() => folder.Write("workshop.json", JsonSerializer.Serialize(new
    {
        name = "workshop",
        clock = "real",
        patience = "00:01:00",
        devices = new object[]
        {
            new { id = "commander-1", kind = "commander-display", @is = "real", baud = 19200, reset = "true",
                line = workshop!.Devices.Find("commander-1")!.Line },
            new { id = "config-1", kind = "configuration-client", @is = "real", reset = "true",
                page = new Uri(new Uri(workshop.Address), "devices/config-1"),
                credentials = new { manager = new { user = "manager", password = Password } } },
            new { id = "pos-1", kind = "pos-workstation", @is = "real", reset = "true",
                page = new Uri(new Uri(workshop.Address), "devices/pos-1") },
        },
    }));

    private WirePanel Panel(string device) =>
        new(http, new(workshop!.Address), device, new RealTime(TimeProvider.System), NoEvidenceSink.Instance);
}
