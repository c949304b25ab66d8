using System.Net;
using System.Text.RegularExpressions;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>What was let in, counted by day, location and service.</summary>
public abstract partial class TotalsTests : IAsyncLifetime
{
    private RunningMacs macs = null!;
    private AdminClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open());
        admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        await AddAsync("1", "WAW-1", "Lounge", days: 0, o => o with { FreeAdults = 2, YoungChildren = 1, PaidChildren = 1 });
        await AddAsync("2", "WAW-1", "Lounge", days: 0, o => o with { Paid = 1, PaidAdults = 3 });
        await AddAsync("3", "WAW-2", "FastLine", days: 1, o => o with { FreeChildren = 4, RequestedAt = macs.Now });
        await AddAsync("4", "WAW-2", "FastLine", days: 0, o => o with { Status = OperationStatus.Reversed });
        await AddAsync("5", "WAW-2", "FastLine", days: 0, o => o with { Status = OperationStatus.Rejected });
        await AddAsync("6", "WAW-1", "Lounge", days: 40, o => o with { RequestedAt = macs.Now });
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            admin.Dispose();
            await macs.DisposeAsync();
        }
    }

    [Fact]
    public async Task Completed_entries_and_their_guests_are_counted_by_day_location_and_service() =>
        Rows(await admin.TextAsync("/admin/operations/totals")).ShouldBe(
        [
            $"{Day(1)} 1 1 0 4 0", $"{Day(0)} 2 1 1 3 4", "All 3 2 1 7 4",
            "Chopin Fast Line 1 1 0 4 0", "Chopin Lounge 2 1 1 3 4", "All 3 2 1 7 4",
            "Fast Line 1 1 0 4 0", "Lounge 2 1 1 3 4", "All 3 2 1 7 4",
        ]);

    [Fact]
    public async Task The_dates_of_the_filter_are_those_of_the_entries()
    {
        Rows(await admin.TextAsync($"/admin/operations/totals?from={Day(41)}T00:00&until={Day(2)}T00:00"))[0]
            .ShouldBe($"{Day(40)} 1 1 0 0 0");
        Rows(await admin.TextAsync("/admin/operations/totals?service=FastLine")).ShouldContain("All 1 1 0 4 0");
        Rows(await admin.TextAsync("/admin/operations/totals?country=DEU")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_longest_bar_is_whole_and_the_others_are_in_proportion() =>
        Bar().Matches(await admin.TextAsync("/admin/operations/totals")).Select(m => m.Groups["width"].Value).Take(2)
            .ShouldBe(["50", "100"]);

    [Theory]
    [InlineData("/admin/operations/totals?country=P", "Country code must have three letters")]
    [InlineData("/admin/operations?service=Bar", "There is no such service; there are: ")]
    [InlineData("/admin/operations?bin=12", "BIN must be the first six digits of a card number.")]
    [InlineData("/admin/rules?state=Gone", "There is no such validity; there are: Active, Not yet active, Expired.")]
    [InlineData("/admin/rules?service=Bar", "There is no such service; there are: ")]
    [InlineData("/admin/cards?bin=12", "BIN must be the first six digits of a card number.")]
    [InlineData("/admin/locations?service=Bar", "There is no such service; there are: ")]
    [InlineData("/admin/locations?country=P", "Country code must have three letters")]
    [InlineData("/admin/rules?country=P", "Country code must have three letters")]
    [InlineData("/admin/rules?location=gone", "There is no such location; choose one of the list.")]
    [InlineData("/admin/rules?product=GOLD", "Product must have three characters, as MCG.")]
    [InlineData("/admin/rules?ica=Alpha", "ICA must have digits only, at most eleven.")]
    [InlineData("/admin/rules?sort=colour", "There is no such column to sort by; there are: name, from, to, modified.")]
    [InlineData("/admin/rules?page=0", "page must be a whole number from 1 to 99999.")]
    [InlineData("/admin/cards?product=GOLD", "Product must have three characters, as MCG.")]
    [InlineData("/admin/cards?ica=Alpha", "ICA must have digits only, at most eleven.")]
    [InlineData("/admin/cards?sort=colour", "There is no such column to sort by; there are: enrolled_at, masked_pan,")]
    [InlineData("/admin/cards?sort=aref&down=yes", "There is no such order; there are: 1.")]
    [InlineData("/admin/cards?page=x", "page must be a whole number from 1 to 99999.")]
    [InlineData("/admin/users?sort=password_hash", "There is no such column to sort by; there are: first_name, last_name, role, email.")]
    [InlineData("/admin/users?page=-1", "page must be a whole number from 1 to 99999.")]
    [InlineData("/admin/locations?sort=colour", "There is no such column to sort by; there are: name, country,")]
    [InlineData("/admin/locations?page=x", "page must be a whole number from 1 to 99999.")]
    [InlineData("/admin/operations?sort=colour", "There is no such column to sort by; there are: date, country,")]
    [InlineData("/admin/operations?after=nothing", "after must be the id of one.")]
    [InlineData("/admin/operations?before=nothing", "before must be the id of one.")]
    [InlineData("/admin/tables/bins?page=x", "page must be a whole number from 1 to 99999.")]
    public async Task A_filter_that_is_wrong_is_told_with_what_would_be_right_and_nothing_is_listed(string address, string why)
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Countries = ["POL"] }, "test");
        await macs.Database.RunAsync(s => s.Execute("insert into cards (pan_hash, masked_pan, aref, ica, product, enrolled_at) "
            + "values ('a', '543210******1234', 'A-1', '1234', 'MCG', 0)"));
        var page = WebUtility.HtmlDecode(await admin.TextAsync(address));
        page.ShouldContain(why);
        page.ShouldContain("a filter is wrong");
        page.ShouldNotContain("<tbody>");
    }

    [Theory]
    [InlineData("/admin/operations/export?bin=12", "BIN must be the first six digits of a card number.")]
    [InlineData("/admin/operations/export?as=pdf", "There is no such file; there are: csv, xlsx.")]
    [InlineData("/admin/operations/export?format=all", "There is no such format; there are: summary, detailed.")]
    [InlineData("/admin/cards/export?last4=12", "Last 4 digits must be four digits.")]
    [InlineData("/admin/cards/export?as=pdf", "There is no such file; there are: csv, xlsx.")]
    public async Task A_report_with_a_wrong_filter_is_refused(string address, string why)
    {
        using var answer = await admin.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(why);
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();

    private static List<string> Rows(string page) =>
    [
        .. Row().Matches(page).Select(m => string.Join(' ', Cell().Matches(m.Value).Select(c => c.Groups["text"].Value.Trim())
            .Where(t => t.Length > 0))).Where(r => r.Length > 0),
    ];

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("(<td>|<th scope=\"row\">)(?<text>[^<]*)<", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex("<rect width=\"(?<width>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Bar();

    private string Day(int ago) => $"{macs.Now.AddDays(-ago):yyyy-MM-dd}";

    private async Task AddAsync(string id, string location, string service, int days, Func<OperationRow, OperationRow> change)
    {
        var at = macs.Now.AddDays(-days);
        var row = change(new()
        {
            Id = id,
            PanHash = $"{id:64}",
            MaskedPan = "543210******1234",
            Serial = "SN-1",
            LocationId = location,
            Country = "POL",
            Service = service,
            Status = OperationStatus.Completed,
            RequestedAt = at,
            EntryAt = at,
            ExpiresAt = at,
            ChangedAt = at,
        });
        row = row with { EntryAt = at };
        (await macs.Database.RunAsync(s => Storage.Operations.Add(s, row))).ShouldBeTrue();
    }
}
