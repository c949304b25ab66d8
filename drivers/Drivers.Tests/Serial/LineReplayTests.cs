using PairingLab.Drivers.Time;
using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

/// <summary>A display that was recorded is read on a desk without it.</summary>
public sealed class LineReplayTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_driver_reads_from_a_log_what_it_read_at_the_bench()
    {
        var path = _scratch.Path("commander-1.log");
        using (var port = SerialPorts.Create(_scratch.Folder, "commander-1"))
        using (var log = new LineLog(path, new StepClock()))
        {
            var lab = new LabDisplay(port);
            await using var bench = await CommanderDisplay.OpenAsync("commander-1", port.Address, lab, new ListWitness(), log: log);
            lab.Code = "4071";
            (await bench.ReadSiteOtpAsync()).ShouldBe("4071");
        }

        await using var replay = LineReplay.Start(path, TimeProvider.System, speed: 10);
        await using var desk = await CommanderDisplay.OpenAsync(
            "commander-1", replay.Address, new RealTime(TimeProvider.System), new ListWitness());
        (await desk.ReadSiteOtpAsync()).ShouldBe("4071");
    }

    // Stepped sentences come at once; a bench's come 200 ms apart.
    private sealed class StepClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now += TimeSpan.FromMilliseconds(200);
    }
}
