using System.Globalization;
using System.Net;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>Offline lists and reports.</summary>
public abstract class OfflineTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open(), "SN-1", "SN-2");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Countries = ["POL"], Locations = ["WAW-1"] }, "me");
        await macs.Clock.AdvanceAsync(TimeSpan.FromDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Fact]
    public async Task BIN_ranges_are_of_the_devices_location()
    {
        var list = await RunningMacs.ReadAsync<BinRangesResponse>(await GetAsync("/pos/fallback_bin_ranges"));
        (list.Ranges.Single().Low, list.Ranges.Single().High, list.GeneratedAt)
            .ShouldBe(("5432100000000000000", "5432199999999999999", macs.Now));
        (await RunningMacs.ReadAsync<BinRangesResponse>(await GetAsync("/pos/fallback_bin_ranges", "SN-2"))).Ranges.ShouldBeEmpty();
    }

    /// <summary>The hash of RFC 4231's kind: made here with another tool's formula, over the ASCII digits.</summary>
    [Fact]
    public async Task The_whitelist_has_hashes_only()
    {
        await macs.Macs.Lists.AddAsync(RunningMacs.Pan);
        using var hmac = new System.Security.Cryptography.HMACSHA256(RunningMacs.Secret);
        var expected = string.Concat(
            hmac.ComputeHash(System.Text.Encoding.ASCII.GetBytes(RunningMacs.Pan))
            .Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        (await RunningMacs.ReadAsync<WhitelistResponse>(await GetAsync("/pos/whitelisted_pans"))).Hashes.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("/pos/fallback_bin_ranges")]
    [InlineData("/pos/whitelisted_pans")]
    public async Task A_list_that_the_device_has_already_is_not_sent_again(string path)
    {
        var first = await GetAsync(path);
        var etag = first.Headers.ETag!.ToString();
        (await GetAsync(path, etag: etag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await macs.Macs.Lists.AddAsync(RunningMacs.Pan);
        await macs.Macs.RuleCommands.AddIssuerAsync(new(new("550000", "550000"), "77", "Beta Bank", "POL"));
        var after = await GetAsync(path, etag: etag);
        (after.StatusCode, after.Headers.ETag!.ToString() != etag).ShouldBe((HttpStatusCode.OK, true));
    }

    [Fact]
    public async Task An_offline_entry_counts_like_any_other()
    {
        (await ReportAsync(Entry("a-1"))).ShouldBe(["a-1 ACCEPTED"]);
        (await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"))).FreeVisitsLeft.ShouldBe(1);
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.LocalId == "a-1");
        (operation.Type, operation.Status, operation.RulesetName, operation.Rule)
            .ShouldBe(("OFFLINE_BIN", "COMPLETED", "Everybody", "fallback BIN range"));
    }

    [Fact]
    public async Task An_offline_entry_counts_for_a_ruleset_of_a_part_of_its_BIN()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody
            with
        { Id = 1, Cardholder = new(new(1), null), Icas = [new("1234", [new("54321012", "54321012")])] }, "me");
        (await ReportAsync(Entry("a-1"))).ShouldBe(["a-1 ACCEPTED"]);
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("422 LIMIT_EXCEEDED");
    }

    /// <summary>
    /// Here the ruleset of all cards is right for a card that was never seen, and for one that was, what it was judged by.
    /// </summary>
    [Fact]
    public async Task Of_two_rulesets_an_offline_entry_counts_for_the_one_that_is_sure_to_be_the_cards()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody
            with
        { Id = 1, Name = "A few", Icas = [new("1234", [new("54321012", "54321012")])] }, "me");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "me");
        await ReportAsync(Entry("a-1"));
        await macs.EnterAsync("SN-1");
        await ReportAsync(Entry("a-2"));
        var operations = await macs.Macs.Locations.OperationsAsync(9);
        new[] { "a-1", "a-2" }.Select(id => operations.Single(o => o.LocalId == id).RulesetName).ShouldBe(["Everybody", "A few"]);
    }

    [Fact]
    public async Task The_BIN_table_can_be_finer_than_a_BIN()
    {
        await macs.Macs.RuleCommands.AddIssuerAsync(new(new("55500042", "55500042"), "77", "Beta Bank", "POL", "MPL"));
        (await ReportAsync(Entry("a-1", "5550004212345678"))).ShouldBe(["a-1 ACCEPTED"]);
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single();
        (operation.RulesetName, operation.Product, operation.Ica, operation.IcaName).ShouldBe(("Everybody", "MPL", "77", "Beta Bank"));
    }

    [Fact]
    public async Task An_offline_entry_has_the_product_that_the_acquirer_said_of_the_card()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Products = ["MBK"] }, "me");
        await macs.Database.RunAsync(s =>
        {
            Operations.Add(s, new()
            {
                Id = "old",
                PanHash = Entry("").PanHash!,
                MaskedPan = Entry("").MaskedPan!,
                Product = "MBK",
                Status = OperationStatus.Rejected
            });
            return true;
        });
        await ReportAsync(Entry("a-1"));
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.LocalId == "a-1");
        (operation.RulesetName, operation.Product).ShouldBe(("Everybody", "MBK"));
    }

    [Fact]
    public async Task An_offline_entry_does_not_count_for_a_ruleset_that_lets_nobody_in()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Name = "RPM", Rpm = true }, "me");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "me");
        await ReportAsync(Entry("a-1"));
        (await macs.Macs.Locations.OperationsAsync(9)).Single().RulesetName.ShouldBe("Everybody");
    }

    [Fact]
    public async Task The_same_entry_again_is_a_duplicate_and_counts_once()
    {
        (await ReportAsync(Entry("a-1"), Entry("a-1"), Entry("a-2"))).ShouldBe(["a-1 ACCEPTED", "a-1 DUPLICATE", "a-2 ACCEPTED"]);
        (await ReportAsync(Entry("a-1"))).ShouldBe(["a-1 DUPLICATE"]);
        (await macs.Macs.Locations.OperationsAsync(9)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_id_that_was_used_for_another_entry_is_rejected()
    {
        await ReportAsync(Entry("a-1"));
        var other = Entry("a-1") with { OccurredAt = macs.Now.AddMinutes(-9) };
        (await ReportAsync(other, Entry("a-1") with { AdultGuests = 1 }, Entry("a-1", "5432109999999999")))
            .ShouldBe(["a-1 REJECTED", "a-1 REJECTED", "a-1 REJECTED"]);
        (await macs.Macs.Locations.OperationsAsync(9)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(-61, "REJECTED")]
    [InlineData(-60, "ACCEPTED")]
    public async Task An_entry_before_the_terminal_was_paired_is_rejected(int seconds, string status)
    {
        var paired = (await macs.Macs.Locations.TerminalsAsync()).Single(t => t.Serial == "SN-1").PairedAt!.Value;
        (await ReportAsync(Entry("a-1") with { OccurredAt = paired.AddSeconds(seconds) })).ShouldBe([$"a-1 {status}"]);
    }

    [Theory]
    [InlineData("2026-01-05T20:00:00", "REJECTED")]
    [InlineData("2026-01-05", "REJECTED")]
    [InlineData("yesterday", "REJECTED")]
    [InlineData("2026-01-05T20:00:00Z", "ACCEPTED")]
    [InlineData("2026-01-05T20:00:00+01:00", "ACCEPTED")]
    public async Task A_time_has_a_zone(string time, string status)
    {
        var entry = Entry("a-1");
        var body = $$"""
            {"entries":[{"localId":"a-1","panHash":"{{entry.PanHash}}","maskedPan":"{{entry.MaskedPan}}","occurredAt":"{{time}}",
            "source":"OFFLINE_BIN","adultGuests":0,"childGuests":0}]}
            """;
        var answer = await macs.SendAsync(
            "/pos/offline_reports", new StringContent(body, null, "application/json"), macs.Token("SN-1"), null);
        (await RunningMacs.ReadAsync<OfflineReportsResponse>(answer)).Entries.Single().Status.ShouldBe(status);
    }

    /// <summary>The free visit is the earlier one's, though it was reported after the other.</summary>
    [Fact]
    public async Task Entries_count_in_the_order_of_their_times()
    {
        await macs.Macs.RuleCommands.SaveAsync(
            macs.Everybody with { Id = 1, Cardholder = new(new(1), new(new(20, "EUR"), null)) }, "me");
        await ReportAsync(Entry("late"), Entry("early") with { OccurredAt = macs.Now.AddMinutes(-30) });
        var operations = await macs.Macs.Locations.OperationsAsync(9);
        new[] { "early", "late" }.Select(id => operations.Single(o => o.LocalId == id).Paid).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Guests_of_an_offline_entry_use_the_invitations_of_the_ruleset_and_those_beyond_were_inside_too()
    {
        var rule = new GuestRule(new(1), new(new(10, "EUR"), 1), 9);
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Adults = rule, Children = rule }, "me");
        await ReportAsync(Entry("a-1") with { AdultGuests = 2, ChildGuests = 4 });
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single();
        (operation.FreeAdults, operation.PaidAdults, operation.FreeChildren, operation.PaidChildren).ShouldBe((1, 1, 3, 1));
    }

    [Fact]
    public async Task The_ids_of_two_devices_do_not_meet()
    {
        await ReportAsync(Entry("a-1"));
        (await ReportAsync("SN-2", Entry("a-1"))).ShouldBe(["a-1 ACCEPTED"]);
    }

    [Fact]
    public async Task Offline_entries_are_taken_over_the_limit_since_people_were_inside()
    {
        (await ReportAsync(Entry("1"), Entry("2"), Entry("3"))).ShouldAllBe(e => e.EndsWith("ACCEPTED"));
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("422 LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Bad_entries_are_rejected_and_good_ones_beside_them_are_taken()
    {
        var good = Entry("good");
        var answers = await ReportAsync(
            good, good with { LocalId = "" }, good with { LocalId = "x", PanHash = "abc" },
            good with { LocalId = "x", PanHash = good.PanHash!.ToUpperInvariant() },
            good with { LocalId = "x", MaskedPan = RunningMacs.Pan }, good with { LocalId = "x", Source = "ONLINE" },
            good with { LocalId = "x", AdultGuests = -1 },
            good with { LocalId = "x", ChildGuests = 100 }, good with { LocalId = "x", OccurredAt = null },
            good with { LocalId = "x", OccurredAt = macs.Now.AddSeconds(61) },
            good with { LocalId = "last", OccurredAt = macs.Now.AddSeconds(60) });
        answers.Count(a => a.EndsWith("ACCEPTED")).ShouldBe(2);
        answers.Count(a => a.EndsWith("REJECTED")).ShouldBe(9);
    }

    /// <summary>A device keeps what was not taken: nothing is lost until somebody gives the device its place back.</summary>
    [Fact]
    public async Task While_the_device_belongs_nowhere_a_report_is_not_taken()
    {
        await macs.Database.RunAsync(s => s.Execute("update terminals set location_id = null where serial = 'SN-1'"));
        var answer = await macs.SendAsync("/pos/offline_reports", new OfflineReportsRequest([Entry("a-1")]), macs.Token("SN-1"));
        (await RunningMacs.ErrorOfAsync(answer)).ShouldBe("422 UNKNOWN_DEVICE: The device is not assigned to any location.");
        await macs.Database.RunAsync(s => s.Execute("update terminals set location_id = 'WAW-1' where serial = 'SN-1'"));
        (await ReportAsync(Entry("a-1"))).ShouldBe(["a-1 ACCEPTED"]);
    }

    [Fact]
    public async Task A_report_without_entries_says_what_would_be_right() =>
        (await RunningMacs.CodeOfAsync(await macs.SendAsync("/pos/offline_reports", new OfflineReportsRequest(null), macs.Token("SN-1"))))
        .ShouldBe("400 BAD_REQUEST");

    private OfflineEntry Entry(string id, string pan = RunningMacs.Pan) => new(
        id, new PanHasher(RunningMacs.Secret).Hash(pan), PanHasher.Mask(pan), macs.Now.AddMinutes(-10), "OFFLINE_BIN", 0, 0);

    private Task<HttpResponseMessage> GetAsync(string path, string serial = "SN-1", string? etag = null) =>
        macs.SendAsync(path, null, macs.Token(serial), etag);

    private Task<List<string>> ReportAsync(params OfflineEntry[] entries) => ReportAsync("SN-1", entries);

    private async Task<List<string>> ReportAsync(string serial, params OfflineEntry[] entries)
    {
        var answer = await macs.SendAsync("/pos/offline_reports", new OfflineReportsRequest(entries), macs.Token(serial));
        return [.. (await RunningMacs.ReadAsync<OfflineReportsResponse>(answer)).Entries.Select(e => $"{e.LocalId} {e.Status}")];
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
