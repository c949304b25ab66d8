using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Processes;

/// <summary>
/// MACS is killed (SIGKILL) again and again while devices confirm and report. What was answered is there afterwards, and what is sent
/// again for want of an answer counts once.
/// </summary>
[Collection("postgres")]
public sealed class KillTests(PostgresServer postgres)
{
    /// <summary>The number of kills on each of the two databases.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("PAIRINGLAB_KILLS"), out var asked) ? asked : 200;
    private const int Devices = 4;
    private const int MostAnswers = 20;

    private readonly PanHasher pans = new(Encoding.ASCII.GetBytes(MacsProcess.Secret));
    private readonly ConcurrentDictionary<string, string> confirms = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> answered = [];
    private readonly ConcurrentDictionary<string, (string Serial, OfflineEntry Entry)> reports = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> accepted = [];
    private readonly SemaphoreSlim answers = new(0);
    private int cards;

    [Fact]
    public async Task What_SQLite_answered_is_durable()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-kill-").FullName;
        await KillAgainAndAgainAsync(folder, Kills, () => MacsDatabase.Open("", folder));
        (await File.ReadAllBytesAsync(Path.Combine(folder, "access-control.db"))).AsSpan().IndexOf(Encoding.ASCII.GetBytes("54321011"))
            .ShouldBe(-1, "a card number stands in the database");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_PostgreSQL_answered_is_durable()
    {
        var connection = postgres.NewDatabase();
        await KillAgainAndAgainAsync(connection, Kills, () => MacsDatabase.Open(connection, null));
    }

    private async Task KillAgainAndAgainAsync(string database, int kills, Func<IMacsDatabase> open)
    {
        await using (var prepared = open())
        {
            await PreparedMacs.PrepareAsync(prepared, mostFree: null);
        }

        var random = new Random(1);
        for (var kill = 0; kill < kills; kill++)
        {
            using var macs = await MacsProcess.StartAsync(database);
            await SendAgainAsync(macs);
            var work = Enumerable.Range(0, Devices).Select(i => WorkAsync(macs, i % 2 == 0 ? "SN-1" : "SN-2")).ToList();
            await AnswersAsync(random.Next(1, MostAnswers));
            macs.Kill();
            await Task.WhenAll(work);
        }

        using (var last = await MacsProcess.StartAsync(database))
        {
            await SendAgainAsync(last);
        }

        await JudgeAsync(open, kills);
    }

    /// <summary>
    /// Waits for so many answers to confirmations and reports: a new process is slow at first, and one that is killed before it did
    /// anything proves nothing.
    /// </summary>
    private async Task AnswersAsync(int count)
    {
        while (await answers.WaitAsync(0))
        {
            // Answers of before the devices went to work.
        }

        for (var i = 0; i < count; i++)
        {
            (await answers.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue($"only {i} answers within 30 s");
        }
    }

    /// <summary>A device at work until MACS dies: check, confirm, report.</summary>
    private async Task WorkAsync(MacsProcess macs, string serial)
    {
        while (true)
        {
            var pan = string.Create(CultureInfo.InvariantCulture, $"54321011{Interlocked.Increment(ref cards):D8}");
            if (await macs.PostAsync(serial, "/pos/check_entry", new CheckEntryRequest(pan, "05/33", "CHIP")) is not { } check)
            {
                return;
            }

            var accessId = (await RunningMacs.ReadAsync<CheckEntryResponse>(check)).AccessId;
            confirms[accessId] = serial;
            if (!await ConfirmAsync(macs, accessId))
            {
                return;
            }

            var hash = pans.Hash(pan);
            reports[hash] = (serial, new(pan[^8..], hash, PanHasher.Mask(pan), TimeProvider.System.GetUtcNow(), "OFFLINE_BIN", 0, 0));
            if (!await ReportAsync(macs, serial, reports[hash].Entry))
            {
                return;
            }
        }
    }

    private async Task<bool> ConfirmAsync(MacsProcess macs, string accessId)
    {
        if (await macs.PostAsync(confirms[accessId], "/pos/confirm_entry", new ConfirmEntryRequest(accessId)) is not { } answer)
        {
            return false;
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        answered.Add(accessId);
        answers.Release();
        return true;
    }

    private async Task<bool> ReportAsync(MacsProcess macs, string serial, OfflineEntry entry)
    {
        if (await macs.PostAsync(serial, "/pos/offline_reports", new OfflineReportsRequest([entry])) is not { } answer)
        {
            return false;
        }

        (await RunningMacs.ReadAsync<OfflineReportsResponse>(answer)).Entries[0].Status.ShouldBeOneOf("ACCEPTED", "DUPLICATE");
        accepted.Add(entry.PanHash!);
        answers.Release();
        return true;
    }

    /// <summary>What had no answer is sent again, as a device does.</summary>
    private async Task SendAgainAsync(MacsProcess macs)
    {
        foreach (var accessId in confirms.Keys.Except(answered).ToList())
        {
            (await ConfirmAsync(macs, accessId)).ShouldBeTrue();
        }

        foreach (var hash in reports.Keys.Except(accepted).ToList())
        {
            (await ReportAsync(macs, reports[hash].Serial, reports[hash].Entry)).ShouldBeTrue();
        }
    }

    private async Task JudgeAsync(Func<IMacsDatabase> open, int kills)
    {
        await using var database = open();
        var completed = await database.RunAsync(s =>
            s.Query<string>("select id from operations where status = 'COMPLETED' and type = 'ONLINE'"));
        completed.ShouldBe(confirms.Keys, ignoreOrder: true);
        var offline = await database.RunAsync(s => s.Query<string>("select pan_hash from operations where type = 'OFFLINE_BIN'"));
        offline.Distinct(StringComparer.Ordinal).ShouldBe(reports.Keys, ignoreOrder: true);
        offline.Count.ShouldBe(reports.Count, "an offline entry was counted twice");
        confirms.Count.ShouldBeGreaterThan(kills);
    }
}
