using System.Globalization;

namespace PairingLab.Features.AccessControl;

/// <summary>How the acquirer and MRS behave.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class ThirdPartySteps(MacsSite site, ThirdParties parties)
{
    private readonly List<Purchase> purchases = [];

    [Given(@"^MACS with its third parties$")]
    public async Task WithThirdParties()
    {
        await parties.StartAsync();
        await site.StartAsync();
    }

    [Given(@"^the acquirer approves cards as (\w+)$")]
    public void Approves(string product) => parties.Approve(product);

    [Given(@"^the acquirer answers the status inquiry with (\d\d)$")]
    public void AnswersTheInquiry(string code) => parties.Answer("0.00", code);

    [Given(@"^the acquirer answers the amount verification with (\d\d)$")]
    [When(@"^the acquirer answers the amount verification with (\d\d)$")]
    public void AnswersTheAmount(string code) => parties.Answer("1.00", code);

    [Given(@"^the acquirer accepts the inquiry and answers later$")]
    public void AnswersLater() => parties.Add("asi/later.json");

    [Given(@"^the (acquirer) (answers slowly|resets the connection|answers \d{3}|answers nonsense|accepts the inquiry and never answers)$")]
    [When(@"^the (acquirer) (answers slowly|resets the connection|answers \d{3}|answers nonsense|accepts the inquiry and never answers)$")]
    [Given(@"^(MRS) (answers slowly|resets the connection|answers \d{3}|answers nonsense)$")]
    public void Behaves(string who, string how)
    {
        var file = how switch
        {
            "answers slowly" => "slow",
            "resets the connection" => "reset",
            "answers nonsense" => "nonsense",
            "accepts the inquiry and never answers" => "never",
            _ => "status",
        };
        parties.Add($"{(who == "MRS" ? "mrs" : "asi")}/{file}.json", ("status", how[^3..]));
    }

    [Given(@"^MRS tells of (\d+) purchases? of ([\d.]+) (\w{3}) in category (\d{4}) from (\d+) days ago to (\d+) days ago$")]
    public async Task TellsOf(int count, string each, string currency, string mcc, int from, int to)
    {
        var now = await site.Bench.Time.NowAsync();
        purchases.AddRange(
            parties.Some(count, decimal.Parse(each, CultureInfo.InvariantCulture), currency, mcc, now.AddDays(-from), now.AddDays(-to)));
    }

    [Given(@"^MRS tells of a purchase of ([\d.]+) (\w{3}) in category (\d{4}) on (.*)$")]
    public void TellsOfOne(string amount, string currency, string mcc, string at) => purchases.Add(new(
        DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        decimal.Parse(amount, CultureInfo.InvariantCulture),
        currency,
        mcc));

    [Given(@"^MRS says that the accounts of its cards are ([A-Z]+)$")]
    [When(@"^MRS says that the accounts of its cards are ([A-Z]+)$")]
    public void SaysOfAccounts(string status) => parties.Account(status);

    [Given(@"^MRS is asked for (\d+) days$")]
    [When(@"^MRS is asked for (\d+) days$")]
    public Task IsAskedFor(int days) => parties.TellAsync(purchases, days);
}
