using System.Diagnostics;
using PairingLab.Host.Site;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;
using KioskDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.TerminalTrust.Devices.Kiosk.KioskState,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskRequest,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskReply>;

namespace PairingLab.Benchmarks;

/// <summary>
/// After a server migration 1,000 terminals come to gate at once, over real TLS and in real time; they all show codes, and the
/// operator approves them in bulk by their fingerprints: once as each of them asks next, and once all at the same moment, when
/// their power comes back. Beside it the handshakes that gate makes, and those of openssl's own server.
/// </summary>
internal sealed class ThousandTerminals : IBenchmark
{
    private const int Count = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        DeviceSpec[] devices = [new("cas-1", "cas"),
            .. Enumerable.Range(1, Count).Select(i => new DeviceSpec($"kiosk-{i}", "kiosk-terminal"))];
        await using var site = await LabSite.StartAsync(new() { Systems = ["terminal-trust"], Devices = devices });
        var cas = (CasDevice)site.Devices.Find("cas-1")!;
        var terminals = site.Devices.All.OfType<KioskDevice>().ToList();
        await TrustedSite.SetUpAsync(site, cas, terminals, Longest);

        var before = Environment.WorkingSet;
        await foreach (var result in MigrateAsync("a migration", site, cas, terminals, () => cas.PressAsync(CasDevice.Migrate)))
        {
            yield return result;
        }

        await foreach (var result in MigrateAsync("a migration and a power cut", site, cas, terminals,
            () => MigrateInTheDarkAsync(cas, terminals)))
        {
            yield return result;
        }

        yield return new("… memory of server and terminals together", Environment.WorkingSet / 1e6, "MB", 1000, MoreIsBetter: false,
            before / 1e6, "before the migration");
        await foreach (var result in HandshakeRate.MeasureAsync(cas.Addresses!.Gate))
        {
            yield return result;
        }
    }

    private static async IAsyncEnumerable<Result> MigrateAsync(string after, LabSite site, CasDevice cas, List<KioskDevice> terminals,
        Func<Task> migrate)
    {
        using var watch = new FailureWatch(site, terminals);
        var started = Stopwatch.GetTimestamp();
        await migrate();
        watch.Serves();
        await TrustedSite.UntilAllAskAsync(cas, terminals, Longest);
        var shown = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await TrustedSite.ApproveInBulkAsync(cas, terminals);
        await TrustedSite.UntilAsync(terminals, k => k.State?.InService == true, Longest);
        var all = Stopwatch.GetElapsedTime(started).TotalSeconds;

        yield return new($"{Count} terminals after {after}: all show their codes", shown, "s", 60, MoreIsBetter: false, 5,
            "the interval in which a terminal asks");
        yield return new($"{Count} terminals after {after}: all approved and in service", all, "s", 60, MoreIsBetter: false, 10,
            "two intervals");
        yield return new("… of which failed on the way (timeout, TLS or unknown network error)", watch.Count, "terminals", 0,
            MoreIsBetter: false, null, watch.Kinds);
    }

    private static async Task MigrateInTheDarkAsync(CasDevice cas, List<KioskDevice> terminals)
    {
        await Task.WhenAll(terminals.Select(t => t.PowerAsync(on: false)));
        await cas.PressAsync(CasDevice.Migrate);
        await Task.WhenAll(terminals.Select(t => t.PowerAsync(on: true)));
    }
}
