using System.Net;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>BIN table, currency rates and whitelist in the panel.</summary>
public sealed class TableTests : IAsyncLifetime
{
    private RunningMacs macs = null!;
    private AdminClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, null, "SN-1");
        admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await macs.DisposeAsync();
    }

    [Fact]
    public async Task A_row_of_the_BIN_table_is_added_edited_and_deleted_and_counts_from_the_next_tap_on()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Icas = [new("7777", [])] }, "me");
        (await RunningMacs.CodeOfAsync(await TapAsync())).ShouldBe("422 MISSING_ACCESS_RULES");
        (await SaveAsync("bins", Bin("559999", "7777"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await TapAsync()).IsSuccessStatusCode.ShouldBeTrue();

        (await SaveAsync("bins", [.. Bin("559998", "7777"), ("before", "559999")])).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await admin.TextAsync("/admin/tables/bins");
        page.ShouldContain(">559998<");
        page.ShouldNotContain(">559999<");
        (await admin.PostAsync("/admin/tables/bins/559998/delete")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await admin.TextAsync("/admin/tables/bins")).ShouldNotContain(">559998<");
    }

    [Theory]
    [InlineData("bins", "low=543215,high=543216,ica=1,issuer=Beta,country=POL,product=", "overlaps 543210 to 543219 of Alpha Bank")]
    [InlineData("bins", "low=54,high=54,ica=1,issuer=Beta,country=POL,product=", "6 to 19 digits")]
    [InlineData("bins", "low=559999,high=559999,ica=x,issuer=Beta,country=POL,product=", "ICA must have digits only")]
    [InlineData("rates", "currency=XYZ,rate=1", "is not a currency of ISO 4217")]
    [InlineData("rates", "currency=GBP,rate=0", "above zero")]
    [InlineData("whitelist", "pan=12", "12 to 19 digits")]
    public async Task A_row_that_is_wrong_is_refused_with_what_would_be_right(string table, string fields, string why)
    {
        var answer = await SaveAsync(table, [.. fields.Split(',').Select(f => f.Split('=')).Select(f => (f[0], f[1]))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(why);
    }

    [Fact]
    public async Task A_refused_edit_leaves_the_row_as_it_was()
    {
        await SaveAsync("bins", [.. Bin("543211", "x"), ("before", "543210")]);
        (await admin.TextAsync("/admin/tables/bins")).ShouldContain(">543210<");
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task A_CSV_file_is_taken_whole(char separator)
    {
        var file = "low,high,ica,issuer,country,product\n559998,559998,7777,\"Delta, Bank\",POL,MCG\n559999,559999,7777,Delta,POL,\n";
        var answer = await ImportAsync("bins", separator == ',' ? file : file.Replace(", ", "§ ").Replace(',', ';').Replace("§ ", ", "));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await admin.TextAsync("/admin/tables/bins");
        page.ShouldContain(">559998<");
        page.ShouldContain(">559999<");
        page.ShouldContain("Delta, Bank");
    }

    [Theory]
    [InlineData(
        "low,high,ica,issuer,country,product\n559998,559998,7777,Delta,POL,\n543210,543210,7777,Delta,POL,\n",
        "Line 3: The range overlaps")]
    [InlineData("low,high\n", "The first line must be: low,high,ica,issuer,country,product")]
    [InlineData("low,high,ica,issuer,country,product\n559998,559998,7777,Delta,POL,\n1,2\n", "Line 3 has 2 values")]
    public async Task A_CSV_file_with_a_wrong_line_is_not_taken_at_all(string file, string why)
    {
        var answer = await ImportAsync("bins", file);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(why);
        (await admin.TextAsync("/admin/tables/bins")).ShouldNotContain(">559998<");
    }

    [Fact]
    public async Task A_CSV_file_of_too_many_rows_is_not_cut_but_refused()
    {
        var rows = Enumerable.Range(0, 100_001).Select(i => $"54321000000{i:00000}");
        var answer = await ImportAsync("whitelist", $"pan\n{string.Join('\n', rows)}\n");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("more than 100000 rows; import it in parts");
        (await admin.TextAsync("/admin/tables/whitelist")).ShouldNotContain("543210••");
    }

    [Fact]
    public async Task A_whitelisted_card_is_shown_masked_only()
    {
        await SaveAsync("whitelist", ("pan", RunningMacs.Pan));
        var page = await admin.TextAsync("/admin/tables/whitelist");
        page.ShouldContain(PanHasher.Mask(RunningMacs.Pan));
        page.ShouldNotContain(RunningMacs.Pan);
    }

    private static (string Name, string Value)[] Bin(string bin, string ica) =>
        [("low", bin), ("high", bin), ("ica", ica), ("issuer", "Delta Bank"), ("country", "POL"), ("product", "")];

    private Task<HttpResponseMessage> TapAsync() => macs.CheckAsync("SN-1", "5599991234567890");

    private Task<HttpResponseMessage> SaveAsync(string table, params (string Name, string Value)[] fields) =>
        admin.PostAsync($"/admin/tables/{table}", fields);

    private async Task<HttpResponseMessage> ImportAsync(string table, string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{macs.Address}/admin/tables/{table}/import");
        request.Content = new MultipartFormDataContent
        {
            { new StringContent(await admin.TokenAsync("/admin/terms")), "token" },
            { new StringContent(file), "file", "rows.csv" },
        };
        return await admin.SendAsync(request);
    }
}
