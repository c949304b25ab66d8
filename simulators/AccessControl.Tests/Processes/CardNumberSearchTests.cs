using System.Text;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.AccessControl.Tests.Postgres;
using PairingLab.AccessControl.Tests.ThirdParties;

namespace PairingLab.AccessControl.Tests.Processes;

/// <summary>
/// Card numbers come in by every door; afterwards none of them stands in any file of the database, nor in what MACS wrote.
/// </summary>
[Collection("postgres")]
public sealed class CardNumberSearchTests(PostgresServer postgres)
{
    private const string Purchase =
        """{"date":"2026-01-01T10:00:00Z","merchantCategoryCode":"5941","transactionAmount":50,"transactionCurrencyCode":"978"}""";

    private readonly List<string> used = [];

    [Fact]
    public async Task No_file_of_SQLite_has_a_card_number()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-pan-").FullName;
        await UseCardsAsync(folder, () => MacsDatabase.Open("", folder));
        Search(folder).ShouldBeGreaterThan(0);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_file_of_PostgreSQL_has_a_card_number()
    {
        var connection = postgres.NewDatabase();
        await UseCardsAsync(connection, () => MacsDatabase.Open(connection, null));
        Search(postgres.Folder).ShouldBeGreaterThan(20, "tables, write-ahead log and log are to be searched");
    }

    /// <summary>Breaks the rule on purpose: the search must find what is there.</summary>
    [Fact]
    public void A_card_number_in_a_file_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-pan-").FullName;
        File.WriteAllText(Path.Combine(folder, "log"), $"card {Next()} was here");
        Should.Throw<ShouldAssertException>(() => Search(folder)).Message.ShouldContain("log");
        Directory.Delete(folder, recursive: true);
    }

    private async Task UseCardsAsync(string database, Func<IMacsDatabase> open)
    {
        await using var parties = await PlayedParties.StartAsync();
        parties.Transactions = http => PlayedParties.SayAsync(http, PlayedParties.Page(Purchase));
        await using (var prepared = open())
        {
            await PreparedMacs.PrepareAsync(prepared, mostFree: 1, new(new(0, "EUR"), 10, []));
            await new OfflineLists(prepared, new(), new(Encoding.ASCII.GetBytes(MacsProcess.Secret)), new Kernel.Time.RealClock())
                .AddAsync(Next());
        }

        using var macs = await MacsProcess.StartAsync(database, parties);
        for (var card = 0; card < 5; card++)
        {
            await EnterTwiceAsync(macs, Next());
        }

        await RefusedAsync(macs);
        await EchoedAsync(macs, parties);

        // Killed, so that nothing is tidied up before the search.
        macs.Kill();
        foreach (var pan in used)
        {
            macs.Said.ShouldNotContain(pan);
        }

        // What the third parties said has come to the database, and so into the files that are searched.
        await using var after = open();
        (await after.RunAsync(s => s.Find<long>("select count(*) from cards where aref = 'AREF-1'"))).ShouldBeGreaterThanOrEqualTo(5);
        (await after.RunAsync(s => s.Find<long>("select count(*) from operations where auth_code = '00' and spending like '%5941%'")))
            .ShouldBeGreaterThanOrEqualTo(5);
    }

    /// <summary>Third parties that give back the number that they were asked for, wherever they have a text to say.</summary>
    private async Task EchoedAsync(MacsProcess macs, PlayedParties parties)
    {
        var acquirer = parties.Inquiry;
        foreach (var answer in new Func<string, string>[] { pan => PlayedParties.Status(pan), pan => PlayedParties.Status("00", pan) })
        {
            var pan = Next();
            parties.Inquiry = (http, _) => PlayedParties.SayAsync(http, answer(pan));
            (await macs.PostAsync("SN-1", "/pos/check_entry",
                new CheckEntryRequest(pan, "05/33", "CHIP")))!.IsSuccessStatusCode.ShouldBeFalse();
        }

        parties.Inquiry = acquirer;
        foreach (var known in new[] { "5941", "978", "AREF-1" })
        {
            var pan = Next();
            parties.Aref = _ => "AREF-1".Replace(known, pan, StringComparison.Ordinal);
            parties.Transactions = http =>
                PlayedParties.SayAsync(http, PlayedParties.Page(Purchase.Replace(known, pan, StringComparison.Ordinal)));
            (await macs.PostAsync("SN-1", "/pos/check_entry",
                new CheckEntryRequest(pan, "05/33", "CHIP")))!.IsSuccessStatusCode.ShouldBeFalse();
        }
    }

    /// <summary>A free entry, and one that the limit refuses.</summary>
    private static async Task EnterTwiceAsync(MacsProcess macs, string pan)
    {
        var check = await macs.PostAsync("SN-1", "/pos/check_entry", new CheckEntryRequest(pan, "05/33", "CHIP"));
        var accessId = (await RunningMacs.ReadAsync<CheckEntryResponse>(check!)).AccessId;
        (await macs.PostAsync("SN-1", "/pos/confirm_entry", new ConfirmEntryRequest(accessId)))!.IsSuccessStatusCode.ShouldBeTrue();
        (await macs.PostAsync("SN-2", "/pos/check_entry",
            new CheckEntryRequest(pan, "05/33", "CONTACTLESS")))!.IsSuccessStatusCode.ShouldBeFalse();
    }

    /// <summary>Where a card number does not belong.</summary>
    private async Task RefusedAsync(MacsProcess macs)
    {
        await macs.PostAsync("SN-1", "/pos/check_entry", new CheckEntryRequest($"{Next()}{Next()}", "05/33", "CHIP"));
        await macs.PostAsync("SN-1", "/pos/check_entry", new CheckEntryRequest(Next(), Next(), Next()));
        await macs.PostAsync("SN-1", "/pos/check_entry", new { pan = new[] { Next() }, expiryDate = 7 });
        await macs.PostAsync("SN-1", "/pos/confirm_entry", new ConfirmEntryRequest(Next()));
        await macs.PostAsync("SN-9", $"/pos/check_entry?pan={Next()}", new CheckEntryRequest(Next(), "05/33", "CHIP"));
        await macs.PostAsync("SN-1", $"/pos/{Next()}", new { pan = Next() });
        var entry = new OfflineEntry("1", Next(), Next(), TimeProvider.System.GetUtcNow(), "OFFLINE_BIN", 0, 0);
        await macs.PostAsync("SN-1", "/pos/offline_reports",
            new OfflineReportsRequest([entry, entry with { LocalId = "2", PanHash = new('a', 64), MaskedPan = Next() }]));
    }

    private string Next()
    {
        used.Add($"54321098765{used.Count:D5}");
        return used[^1];
    }

    /// <summary>Looks through all files, as one byte a character and as two; gives how many there were.</summary>
    private int Search(string folder)
    {
        var forms = used.SelectMany(pan => new[] { Encoding.ASCII.GetBytes(pan), Encoding.Unicode.GetBytes(pan) }).ToList();
        var searched = 0;
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => !IsSocket(f)))
        {
            if (ReadAll(file) is not { } content)
            {
                continue;
            }

            forms.Exists(form => content.AsSpan().IndexOf(form) >= 0).ShouldBeFalse($"a card number stands in {file}");
            searched++;
        }

        return searched;
    }

    private static bool IsSocket(string file) => Path.GetFileName(file).StartsWith(".s.", StringComparison.Ordinal);

    /// <summary>Null: the running PostgreSQL has removed the file since it was listed (pg_internal.init, for one).</summary>
    private static byte[]? ReadAll(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
