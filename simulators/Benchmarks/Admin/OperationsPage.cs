using System.Diagnostics;
using PairingLab.AccessControl.Storage;

namespace PairingLab.Benchmarks.Admin;

/// <summary>
/// The Operations page over 1,000,000 operations, each filter and order in turn, and the export of 100,000 rows; on SQLite, and on
/// PostgreSQL when PAIRINGLAB_POSTGRES has the connection string of an empty database.
/// </summary>
internal sealed class OperationsPage : IBenchmark
{
    private const int Rounds = 25;
    private const int Exported = 100_000;

    private static readonly string[] Queries =
    [
        "", "?country=POL", "?country=NLD", "?status=REVERSED", "?status=REJECTED&country=DEU",
        "?status=COMPLETED&service=FastLine", "?type=OFFLINE_BIN", "?bin=540007", "?last4=1234", "?bin=540007&status=REJECTED",
        "?sort=country", "?sort=country&down=1&status=COMPLETED", "?sort=status", "?sort=pan&down=1", "?sort=date&service=Lounge",
        "?from=2000-01-01T00:00&until=2100-01-01T00:00&country=ESP", "?type=ONLINE&status=COMPLETED&country=ITA", "?sort=service",
        "?sort=type&down=1", "?service=FastLine&status=REVERSED", "?sort=service&down=1&country=POL",
        "?bin=540011&country=POL&service=Lounge",
    ];

    public async IAsyncEnumerable<Result> RunAsync()
    {
        // A folder that is kept holds the million until the next run: to fill it takes longer than to measure.
        var kept = Environment.GetEnvironmentVariable("PAIRINGLAB_OPERATIONS");
        var folder = kept ?? Directory.CreateTempSubdirectory("pairinglab-admin-").FullName;
        await foreach (var result in MeasureAsync(MacsDatabase.Open("", folder), "SQLite"))
        {
            yield return result;
        }

        if (kept is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Environment.GetEnvironmentVariable("PAIRINGLAB_POSTGRES") is { Length: > 0 } postgres)
        {
            await foreach (var result in MeasureAsync(MacsDatabase.Open(postgres, null), "PostgreSQL"))
            {
                yield return result;
            }
        }
    }

    private static async IAsyncEnumerable<Result> MeasureAsync(IMacsDatabase opened, string name)
    {
        await using var database = opened;
        await using var site = await AdminSite.StartAsync(database);
        await MillionOperations.FillAsync(database, site.Clock.GetUtcNow());
        var times = new List<(double Milliseconds, string Query)>();
        foreach (var query in Enumerable.Repeat(Queries, Rounds + 2).SelectMany(q => q))
        {
            times.Add((await TimeAsync(site, $"/admin/operations{query}"), query));
        }

        // Two rounds to warm up.
        var measured = times.Skip(Queries.Length * 2).OrderBy(t => t.Milliseconds).ToList();
        var slowest = measured.GroupBy(t => t.Query).MaxBy(g => g.Average(t => t.Milliseconds))!;
        yield return new($"Operations page, 1,000,000 operations, {name}, p95", measured[measured.Count * 95 / 100].Milliseconds, "ms", 50,
            MoreIsBetter: false, slowest.Average(t => t.Milliseconds), $"slowest query on average: {slowest.Key}");
        var small = await ExportAsync(site, Exported / 100);
        var (seconds, grown) = await ExportAsync(site, Exported);
        yield return new($"Export of 100,000 rows, {name}", seconds, "s", 30, MoreIsBetter: false, small.Seconds,
            "detailed, CSV; beside 1,000 rows");
        yield return new($"Memory that the export takes, {name}", grown, "MB", small.Megabytes + 4, MoreIsBetter: false, small.Megabytes,
            "most live bytes over those before; beside 1,000 rows, goal: 4 MB more at most");
        var (median, longest) = await TapToRow.MeasureAsync(site);
        yield return new($"Tap to its row on an open page, {name}, median", median, "ms", 200, MoreIsBetter: false, longest,
            "a real browser; beside the longest of 20");
    }

    private static async Task<double> TimeAsync(AdminSite site, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<(double Seconds, double Megabytes)> ExportAsync(AdminSite site, int wanted)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (started, most, rows) = (Stopwatch.GetTimestamp(), before, 0);
        using var answer = await site.Browser.GetAsync(new Uri("/admin/operations/export?format=detailed", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (rows <= wanted && await reader.ReadLineAsync() is not null)
        {
            if (++rows % (wanted / 10) == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (most - before) / 1048576.0);
    }
}
