using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.ThirdParties;

/// <summary>
/// Whatever a third party says, the device hears a clear code, the attempt is an operation, and nothing of the nonsense is kept.
/// </summary>
public sealed class NonsenseTests : IAsyncLifetime
{
    private const string Pan = RunningMacs.Pan;
    private const string Purchase =
        """{"date":"2026-01-01T10:00:00Z","merchantCategoryCode":"5941","transactionAmount":50,"transactionCurrencyCode":"978"}""";

    private PlayedParties parties = null!;
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        parties = await PlayedParties.StartAsync();
        macs = await RunningMacs.StartAsync(parties.Settings, null, "SN-1");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Spend = new(new(10, "EUR"), 10, []) }, "me");
    }

    public async ValueTask DisposeAsync()
    {
        await macs.DisposeAsync();
        await parties.DisposeAsync();
    }

    [Theory]
    [InlineData(Pan, "MCG")]
    [InlineData("0", "MCG")]
    [InlineData("000", "MCG")]
    [InlineData("0-", "MCG")]
    [InlineData("", "MCG")]
    [InlineData("00", Pan)]
    [InlineData("00", "MC")]
    [InlineData("00", "MC ")]
    public async Task A_code_or_product_that_is_none(string code, string product)
    {
        parties.Inquiry = (http, _) => PlayedParties.SayAsync(http, PlayedParties.Status(code, product));
        await RefusedAsync("CARD_ASI_FAILED");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("""{"body":null}""")]
    [InlineData("""{"body":{"prcgRslt":{"rsltData":{"rsltDtls":null}}}}""")]
    [InlineData("""{"body":{"prcgRslt":{"rsltData":{"rsltDtls":0}}}}""")]
    [InlineData("""{"body":{"envt":7,"prcgRslt":{"rsltData":{"rsltDtls":"00"}}}}""")]
    public async Task An_answer_of_another_shape(string body)
    {
        parties.Inquiry = (http, _) => PlayedParties.SayAsync(http, body);
        await RefusedAsync("CARD_ASI_FAILED");
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/4711")]
    [InlineData("http://[")]
    [InlineData(null)]
    public async Task An_answer_that_will_be_nowhere(string? location)
    {
        parties.Inquiry = (http, _) =>
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            http.Response.Headers.Location = location;
            return Task.CompletedTask;
        };
        await RefusedAsync("CARD_ASI_FAILED");
    }

    [Theory]
    [InlineData("\"2026-01-01T10:00:00Z\"", "null")]
    [InlineData("\"2026-01-01T10:00:00Z\"", "\"yesterday\"")]
    [InlineData("\"2026-01-01T10:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("\"5941\"", "null")]
    [InlineData("\"5941\"", $"\"{Pan}\"")]
    [InlineData("\"978\"", "null")]
    [InlineData("\"978\"", $"\"{Pan}\"")]
    [InlineData("50", "null")]
    [InlineData("50", "\"50\"")]
    [InlineData("50", "1e40")]
    [InlineData("50", "79228162514264337593543950335")] // two of them are more than a decimal holds
    public async Task Purchases_that_are_none(string right, string wrong)
    {
        parties.Transactions = http =>
            PlayedParties.SayAsync(http,
                PlayedParties.Page(Purchase.Replace(right, wrong, StringComparison.Ordinal),
                    Purchase.Replace(right, wrong, StringComparison.Ordinal)));
        await RefusedAsync("UNMET_REQUIREMENTS");
    }

    [Theory]
    [InlineData("""{"total":1e30,"transactions":[]}""")]
    [InlineData("""{"total":7,"transactions":[]}""")]
    [InlineData("""{"total":0}""")]
    [InlineData("""{"transactions":{}}""")]
    public async Task A_page_that_is_none(string body)
    {
        parties.Transactions = http => PlayedParties.SayAsync(http, body);
        await RefusedAsync("UNMET_REQUIREMENTS");
    }

    [Theory]
    [InlineData("")]
    [InlineData($"A-{Pan}")]
    public async Task An_AREF_that_is_none_enrols_no_card(string aref)
    {
        parties.Aref = _ => aref;
        await RefusedAsync("UNMET_REQUIREMENTS");
        (await macs.Database.RunAsync(s => s.Find<long>("select count(*) from cards where aref is not null"))).ShouldBe(0);
    }

    /// <summary>Or the answers above would be refused for what they have in common.</summary>
    [Fact]
    public async Task What_is_no_nonsense_lets_in()
    {
        parties.Transactions = http => PlayedParties.SayAsync(http, PlayedParties.Page(Purchase));
        (await macs.CheckAsync("SN-1")).IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task RefusedAsync(string code)
    {
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe($"422 {code}");
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single();
        (operation.Status, operation.RejectCode).ShouldBe((OperationStatus.Rejected, code));
        (operation.AuthCode, operation.Product).ShouldBe((code == "CARD_ASI_FAILED" ? null : "00", "MCG"));
        $"{operation}".ShouldNotContain(Pan);
    }
}
