using System.Diagnostics;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.Benchmarks;

/// <summary>
/// After a server migration 1,000 terminals come to gate at once, over real TLS and in real time; they all show codes, and the
/// operator approves them in bulk by their fingerprints. Beside it the handshakes that gate makes, and those of openssl's own server.
/// </summary>
internal sealed class ThousandTerminals : IBenchmark
{
    private const int Count = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        DeviceSpec[] devices = [new("cas-1", "cas"), .. Enumerable.Range(1, Count).Select(i => new DeviceSpec($"kiosk-{i}", "kiosk-terminal"))];
        await using var site = await LabSite.StartAsync(new() { Systems = ["terminal-trust"], Devices = devices });
        var cas = (CasDevice)site.Shelf.Find("cas-1")!;
        var terminals = site.Shelf.All.OfType<KioskDevice>().ToList();
        await TrustedSite.SetUpAsync(site, cas, terminals, Longest);

        var before = Environment.WorkingSet;
        var failed = new HashSet<string>(StringComparer.Ordinal);
        using var watch = new FailureWatch(terminals, failed);
        var started = Stopwatch.GetTimestamp();
        await cas.PressAsync(CasDevice.Migrate);
        watch.Begin();
        await TrustedSite.UntilAsync(terminals, k => k.Panel.Texts.Contains("Reason: 2 not paired"), Longest);
        var shown = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await TrustedSite.ApproveInBulkAsync(cas, terminals);
        await TrustedSite.UntilAsync(terminals, k => k.State!.InService, Longest);
        var all = Stopwatch.GetElapsedTime(started).TotalSeconds;

        yield return new($"{Count} terminals after a migration: all show their codes", shown, "s", 60, MoreIsBetter: false, 5, "the interval in which a terminal asks");
        yield return new($"{Count} terminals after a migration: all approved and in service", all, "s", 60, MoreIsBetter: false, 10, "two intervals");
        yield return new("… of which failed on the way (timeout, TLS or unknown network error)", failed.Count, "terminals", 0, MoreIsBetter: false, null, Kinds(failed));
        yield return new("… memory of server and terminals together", Environment.WorkingSet / 1e6, "MB", 1000, MoreIsBetter: false, before / 1e6, "before the migration");
        await foreach (var result in HandshakeRate.MeasureAsync(cas.Addresses!.Gate))
        {
            yield return result;
        }
    }

    /// <summary>"12 Timeout": how many of each.</summary>
    private static string Kinds(IEnumerable<string> failed) =>
        string.Join(", ", failed.GroupBy(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
}
