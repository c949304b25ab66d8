using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Benchmarks;

/// <summary>
/// A year of 100 paired workstations: 100 renewals and new links over mutual TLS, and of the heartbeats those that a jump of the clock
/// gives.
/// </summary>
internal sealed class YearOfWorkstations : IBenchmark
{
    private const int Workstations = 100;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        DeviceSpec[] devices =
        [
            new("commander-1", "commander-display"),
            new("config-1", "configuration-client"),
            .. Enumerable.Range(1, Workstations).Select(i => new DeviceSpec($"pos-{i}", "pos-workstation")),
        ];
        await using var site = await LabSite.StartAsync(new() { Stepped = true, Seed = 1, Devices = devices });
        await PairedSite.PairAllAsync(site);
        var links = await Clocked.OnceAsync(() => site.Clock.AdvanceAsync(TimeSpan.FromDays(1)));
        var year = await Clocked.OnceAsync(() => site.Clock.AdvanceAsync(TimeSpan.FromDays(364)));
        var linked = site.Devices.All.Count(d => d.Panel.Texts.Contains("Secure link to the Commander: up"));
        if (linked != Workstations)
        {
            throw new InvalidOperationException($"only {linked} of {Workstations} workstations are still linked after a year");
        }

        yield return new($"a year of {Workstations} paired workstations", (links + year) / 1000, "s", 2, MoreIsBetter: false, null,
            $"{Workstations} renewals and new links over mutual TLS; heartbeats as a jump of the clock gives them");
    }
}
