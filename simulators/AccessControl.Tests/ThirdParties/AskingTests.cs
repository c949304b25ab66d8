using System.Globalization;
using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.ThirdParties;

/// <summary>What MACS asks the acquirer and MRS at a tap, and how long it waits.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private static readonly SpendRule TenEuros = new(new(10, "EUR"), 10, []);

    private PlayedParties parties = null!;
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync() => await StartAsync(parties = await PlayedParties.StartAsync(), s => s);

    public async ValueTask DisposeAsync()
    {
        await macs.DisposeAsync();
        await parties.DisposeAsync();
    }

    [Fact]
    public async Task The_acquirer_is_asked_for_the_card_and_no_amount_and_then_for_an_amount()
    {
        parties.Inquiry = (http, _) => PlayedParties.SayAsync(http, PlayedParties.Status("05"));
        await macs.CheckAsync("SN-1");
        await macs.CheckAsync("SN-1");
        parties.Asked.ShouldBe([("/asi/cain-inquiry-requests", Inquiry("0.00")), ("/asi/cain-inquiry-requests", Inquiry("1.00"))]);
    }

    /// <summary>The BIN table has MCG for it: the acquirer knows the card itself.</summary>
    [Fact]
    public async Task The_product_is_the_one_that_the_acquirer_says()
    {
        parties.Inquiry = (http, _) => PlayedParties.SayAsync(http, PlayedParties.Status("00", "MPL"));
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Products = ["MPL"] }, "me");
        (await macs.CheckAsync("SN-1")).IsSuccessStatusCode.ShouldBeTrue();
        (await macs.Macs.Locations.OperationsAsync(1)).Single().Product.ShouldBe("MPL");
    }

    [Fact]
    public async Task A_card_is_enrolled_in_MRS_before_its_spending_is_asked_for_and_only_once()
    {
        await SpendAsync(TenEuros);
        await macs.CheckAsync("SN-1");
        await macs.CheckAsync("SN-1");
        var asked = parties.Asked.Where(a => a.Path.StartsWith("/loyalty", StringComparison.Ordinal)).ToList();
        asked.Select(a => a.Path["/loyalty/mrs/".Length..].Split('?')[0]).ShouldBe(
            ["users/references/searches", "users", "accounts", "transactions/searches", "transactions/searches"]);
        var user = JsonDocument.Parse(asked[0].Body).RootElement.GetProperty("userId").GetString()!;
        user.ShouldStartWith("MACS-");
        var member = $$"""{"userId":"{{user}}","userIdType":"BANK_CUSTOMER_NUMBER"}""";
        asked.Take(3).Select(a => a.Body).ShouldBe([member, member, $$"""{"userId":"{{user}}","accountNumber":"{{RunningMacs.Pan}}"}"""]);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(90, 2)] // both its first minute and the tap's belong to it
    [InlineData(120, 2)]
    [InlineData(500, 5)] // 13 months of history, however long the period
    public async Task A_period_is_asked_for_in_windows_of_90_days_without_gaps(int days, int queries)
    {
        await SpendAsync(TenEuros with { PeriodDays = days });
        await macs.CheckAsync("SN-1");
        var windows = parties.Asked.Where(a => a.Path == "/loyalty/mrs/transactions/searches?offset=0&limit=25")
            .Select(a => (From: Time(a.Body, "fromDate"), To: Time(a.Body, "toDate"))).ToList();
        windows.Count.ShouldBe(queries);
        windows[0].From.ShouldBe(days > 400 ? macs.Now.AddMonths(-13) : macs.Now.AddDays(-days));
        windows[^1].To.ShouldBe(macs.Now);
        windows.ShouldAllBe(w => w.To - w.From < TimeSpan.FromDays(90));
        windows.Zip(windows.Skip(1)).ShouldAllBe(pair => pair.Second.From - pair.First.To == TimeSpan.FromSeconds(1));
    }

    /// <summary>Each within the limit, both together over it: a device that waits longer would take itself for offline.</summary>
    [Fact]
    public async Task One_time_limit_holds_for_both()
    {
        await macs.DisposeAsync();
        await StartAsync(parties, s => s with { ThirdPartyTimeLimit = TimeSpan.FromSeconds(3) });
        await SpendAsync(new(new(0, "EUR"), 10, []));
        (await macs.CheckAsync("SN-1", "5432101234567000")).IsSuccessStatusCode.ShouldBeTrue("both answer at once");
        var slow = TimeSpan.FromSeconds(2);
        parties.Inquiry = async (http, _) =>
        {
            await Task.Delay(slow, TimeProvider.System);
            await PlayedParties.SayAsync(http, PlayedParties.Status("00"));
        };
        parties.Transactions = async http =>
        {
            await Task.Delay(slow, TimeProvider.System);
            await PlayedParties.SayAsync(http, PlayedParties.Page());
        };
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("422 UNMET_REQUIREMENTS");
    }

    [Theory]
    [InlineData("00", false)]
    [InlineData("05", false)]
    [InlineData("00", true)]
    public async Task For_a_terminal_that_is_unpaired_meanwhile_nothing_is_done(string code, bool atMrs)
    {
        await SpendAsync(TenEuros);
        parties.Inquiry = async (http, _) =>
        {
            await (atMrs ? Task.CompletedTask : macs.Macs.Pairing.UnpairAsync("SN-1"));
            await PlayedParties.SayAsync(http, PlayedParties.Status(code));
        };
        parties.Transactions = async http =>
        {
            await macs.Macs.Pairing.UnpairAsync("SN-1");
            await PlayedParties.SayAsync(http, PlayedParties.Page());
        };
        ((int)(await macs.CheckAsync("SN-1")).StatusCode).ShouldBe(403);
        (await macs.Macs.Locations.OperationsAsync(9)).ShouldBeEmpty();
    }

    private static string Inquiry(string amount)
    {
        var card = $$"""{"pan":"{{RunningMacs.Pan}}","xpryDt":"2028-05"}""";
        var amounts = $$"""{"amt":"{{amount}}","ccy":"EUR"}""";
        return """{"body":{"envt":{"card":""" + card + """},"tx":{"txAmts":""" + amounts + "}}}";
    }

    private static DateTimeOffset Time(string body, string name) =>
        DateTimeOffset.Parse(JsonDocument.Parse(body).RootElement.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private Task SpendAsync(SpendRule spend) => macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Spend = spend }, "me");

    private async Task StartAsync(PlayedParties with, Func<AccessControlSettings, AccessControlSettings> change)
    {
        macs = await RunningMacs.StartAsync(change(with.Settings), null, "SN-1");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "me");
    }
}
