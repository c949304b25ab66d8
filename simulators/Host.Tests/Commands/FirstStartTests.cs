using System.Globalization;
using PairingLab.Drivers.Wire;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A lab that is killed during its first start: the next start has all that a lab has that was not killed.</summary>
public sealed class FirstStartTests : IDisposable
{
    /// <summary>Each costs two starts. PAIRINGLAB_FIRST_STARTS asks for more.</summary>
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("PAIRINGLAB_FIRST_STARTS"), CultureInfo.InvariantCulture, out var n) ? n : 8;

    private readonly TestFolder data = new();
    private readonly HttpClient http = new();

    [Fact]
    public async Task Killed_at_any_instant_of_it_the_lab_starts_again_and_is_complete()
    {
        var untouched = Path.Combine(data.Path, "untouched");
        var (devices, systems) = await StartAndStopAsync(untouched);
        var counts = LabTables.Counts(untouched);
        (counts["users"], counts["locations"], counts["terminals"]).ShouldBe((1, 2, 3), "the first Admin and the sample of MACS");
        var written = WrittenIn(untouched);
        var random = new Random(17);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var folder = Path.Combine(data.Path, $"killed-{kill}");
            var instant = random.NextInt64(written + 1);
            var isUp = await KillWhenItHasWrittenAsync(folder, instant);
            var (devicesNow, systemsNow) = await StartAndStopAsync(folder);

            var what = $"killed when it had written {instant} of {written} bytes, {(isUp ? "up" : "starting")}";
            devicesNow.ShouldBe(devices, what);
            systemsNow.ShouldBe(systems, what);
            LabTables.Counts(folder).ShouldBe(counts, what);
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        data.Dispose();
    }

    private static LabProcess Start(string folder) => LabProcess.Start("host", "--port", "0", "--data", folder);

    private async Task<(string Devices, string Systems)> StartAndStopAsync(string folder)
    {
        await using var host = Start(folder);
        var lab = new Uri(await host.LineAsync("bench page"));
        await host.LineAsync("Ctrl-C");
        var directory = await new DirectoryClient(http, lab).ReadAsync();
        await host.KillAsync();
        return (
            string.Join(' ', directory.Devices.Select(d => $"{d.Id}:{d.Power}")),
            string.Join(' ', directory.Systems.Select(s => $"{s.Name}/{s.Id}")));
    }

    /// <summary>Whether it was up already.</summary>
    private static async Task<bool> KillWhenItHasWrittenAsync(string folder, long bytes)
    {
        await using var host = Start(folder);
        var up = host.LineAsync("Ctrl-C");
        while (WrittenIn(folder) < bytes && !up.IsCompleted)
        {
            await Task.Yield();
        }

        await host.KillAsync();
        var isUp = up.IsCompletedSuccessfully;
        await Task.WhenAny(up); // it may end with the process
        _ = up.Exception;
        return isUp;
    }

    /// <summary>The bytes of all files: they grow with each thing that a start does.</summary>
    private static long WrittenIn(string folder)
    {
        var written = 0L;
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            var kept = new FileInfo(file);
            written += kept.Exists ? kept.Length : 0;
        }

        return written;
    }
}
