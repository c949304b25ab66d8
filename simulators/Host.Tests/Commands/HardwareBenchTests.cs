using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A run against devices that are none of its own: a display on a serial port, and people at the other devices.</summary>
public sealed class HardwareBenchTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder folder = new();
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private LabSite workshop = null!;

    public async Task InitializeAsync() => workshop = await LabSite.StartAsync(new()
    {
        Devices =
        [
            new("commander-1", "commander-display", Baud: 19200),
            new("config-1", "configuration-client"),
            new("pos-1", "pos-workstation"),
        ],
    });

    public async Task DisposeAsync() => await workshop.DisposeAsync();

    public void Dispose()
    {
        folder.Dispose();
        http.Dispose();
    }

    [SkippableFact]
    public async Task A_workstation_is_paired_by_hand_with_the_OTP_that_a_probe_reads()
    {
        Skip.If(OperatingSystem.IsWindows(), "the display of the workshop has no tty");
        var bench = folder.Write("workshop.json", $$"""
            { "name": "workshop", "clock": "real", "patience": "00:01:00",
              "devices": [
                { "id": "commander-1", "kind": "commander-display", "is": "real", "line": "{{workshop.Shelf.Find("commander-1")!.Line}}", "baud": 19200 },
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

    private WirePanel Panel(string device) =>
        new(http, new(workshop.Address), device, new RealTime(TimeProvider.System), NoWitness.Instance);

    private static async Task SignInAsync(IPanel client)
    {
        await client.EnterAsync("User Name", "manager");
        await client.EnterAsync("Password", "Manager-5329");
        await client.PressAsync("Sign In");
        await client.WaitUntilAsync(p => p.Says("Signed in: manager"), "the manager signed in");
    }
}
