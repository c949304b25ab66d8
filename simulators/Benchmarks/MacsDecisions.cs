using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Engine;

namespace PairingLab.Benchmarks;

/// <summary>The access control engine in memory: 1,000 rulesets, 10,000 BIN ranges, 100 locations.</summary>
internal sealed class MacsDecisions : IBenchmark
{
    private const int Decisions = 2_000_000;

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        await Task.CompletedTask;
        var book = Book();
        var taps = Taps();
        _ = Rate(200_000, i => book.Decide(taps[i % taps.Length]).MaxAdults);
        yield return new("MACS engine, decisions", Rate(Decisions, i => book.Decide(taps[i % taps.Length]).MaxAdults), "/s", 1_000_000,
            MoreIsBetter: true, null, "one thread");
        yield return new("MACS engine, BIN lookup", Rate(Decisions, i => book.IssuerOf(taps[i % taps.Length].Pan) is null ? 0 : 1), "/s",
            5_000_000, MoreIsBetter: true, null, "one thread, 10,000 ranges");

        string[] hashes = [.. Enumerable.Range(0, 1_000_000)
            .Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HashList.Size)))];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var list = HashList.Of(hashes);
        yield return new("whitelist of 1,000,000, memory a hash",
            (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)list.Count, "bytes", 40, MoreIsBetter: false, HashList.Size,
            "the hash itself");
        var set = hashes.ToHashSet(StringComparer.Ordinal);
        yield return new("whitelist of 1,000,000, test", Rate(Decisions, i => list.Contains(hashes[i % hashes.Length]) ? 1 : 0), "/s",
            500_000, MoreIsBetter: true,
            Rate(Decisions, i => set.Contains(hashes[i % hashes.Length]) ? 1 : 0), "HashSet<string>, of several times the memory");
    }

    private static double Rate(int times, Func<int, int> work)
    {
        var (started, sum) = (Stopwatch.GetTimestamp(), 0);
        for (var i = 0; i < times; i++)
        {
            sum += work(i);
        }

        GC.KeepAlive(sum);
        return times / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Each ruleset is for one of 500 banks and ten locations; each bank has 20 ranges.</summary>
    private static RuleBook Book() => new(
        Enumerable.Range(0, 1_000).Select(i => new Ruleset(i + 1, $"rule {i}", Now.AddDays(-1), Now.AddDays(1))
        {
            Icas = [new(Text(i % 500), [])],
            Locations = [.. Enumerable.Range(0, 10).Select(l => Text((i + l) % 100))],
            Cardholder = new(new(4), new(new(25, "EUR"), null), PeriodDays: 30),
            Adults = new(new(2), null, MostPerFlight: 3),
        }),
        Enumerable.Range(0, 10_000)
            .Select(i => new IssuerRange(new(Text(500_000 + i), Text(500_000 + i)), Text(i % 500), "Bank", "POL", "MCG")),
        Enumerable.Range(0, 100).Select(i => new Location(Text(i), "POL", Service.Lounge)),
        new Dictionary<string, decimal>(StringComparer.Ordinal) { ["EUR"] = 1m });

    private static Tap[] Taps()
    {
        var random = new Random(1);
        var usages = new Dictionary<long, int>();
        return [.. Enumerable.Range(0, 10_000).Select(i => new Tap(
            PanNumber.Lowest($"{500_000 + random.Next(10_000)}{random.Next(1_000_000_000):D10}"), null, Text(random.Next(100)), Now,
            [.. Enumerable.Range(0, random.Next(6))
                .Select(_ => new Entry(random.Next(1_000), Text(random.Next(100)), Now.AddDays(-random.Next(60)), false, default))],
            usages))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
