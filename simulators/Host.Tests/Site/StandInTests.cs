using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>Third parties that a hosted lab plays, seen by who uses it.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private const string Card = "5432101234561234";

    private readonly HttpClient http = new();
    private LabSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await LabSite.StartAsync(new() { PlaysThirdParties = true, Systems = ["access-control"] });
        http.BaseAddress = new(site.Address);
        await site.StandIns!.Started.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task They_answer_what_the_chosen_behaviour_says_and_the_journal_hides_card_numbers()
    {
        (await InquireAsync()).ShouldBe("00");
        await SetAsync("acquirer", "declines every card (05)");
        (await InquireAsync()).ShouldBe("05");
        await SetAsync("acquirer", "resets the connection");
        await Should.ThrowAsync<HttpRequestException>(InquireAsync);

        var journal = (await StandInsAsync()).GetProperty("journal").GetRawText();
        journal.ShouldContain("543210");
        journal.ShouldNotContain(Card);
        var page = await http.GetStringAsync("/stand-ins");
        page.ShouldContain("resets the connection");
        page.ShouldNotContain(Card);
    }

    [Fact]
    public async Task A_behaviour_that_is_unknown_is_refused_with_those_that_are_known()
    {
        using var answer = await http.PostAsJsonAsync("/lab/stand-ins/mrs", new { behaviour = "dances" });
        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("cardholders have spent nothing");
    }

    [Fact]
    public async Task MRS_tells_the_same_purchases_in_pages_as_often_as_it_is_asked()
    {
        var first = await SpendingAsync("?offset=0&limit=25");
        first.GetProperty("transactions").GetArrayLength().ShouldBeInRange(10, 25);
        (await SpendingAsync("?offset=0&limit=25")).GetRawText().ShouldBe(first.GetRawText());
        (await SpendingAsync("?offset=0&limit=26")).TryGetProperty("Errors", out _).ShouldBeTrue();
        await SetAsync("mrs", "cardholders have spent nothing");
        (await SpendingAsync("?offset=0&limit=25")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task An_address_that_is_named_is_not_played()
    {
        var settings = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["access-control"] = new Dictionary<string, string> { ["asiAddress"] = "http://127.0.0.1:9/asi" },
        };
        await using var other = await LabSite.StartAsync(
            new() { PlaysThirdParties = true, Systems = ["access-control"], Settings = settings });
        other.StandIns!.Played.Select(p => p.Id).ShouldBe(["mrs"]);
    }

    private async Task<JsonElement> StandInsAsync() => await http.GetFromJsonAsync<JsonElement>("/lab/stand-ins");

    private async Task SetAsync(string id, string behaviour) =>
        (await http.PostAsJsonAsync($"/lab/stand-ins/{id}", new { behaviour })).EnsureSuccessStatusCode();

    private async Task<string?> InquireAsync()
    {
        using var answer = await http.PostAsJsonAsync(
            $"{site.StandIns!.Address}/asi/cain-inquiry-requests", new { body = new { envt = new { card = new { pan = Card } } } });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("body").GetProperty("prcgRslt").GetProperty("rsltData")
            .GetProperty("rsltDtls").GetString();
    }

    private async Task<JsonElement> SpendingAsync(string query)
    {
        using var answer = await http.PostAsJsonAsync(
            $"{site.StandIns!.Address}/loyalty/mrs/transactions/searches{query}",
            new
            {
                userId = "MACS-1",
                userIdType = "BANK_CUSTOMER_NUMBER",
                fromDate = "2026-01-01T00:00:00Z",
                toDate = "2026-03-20T00:00:00Z",
            });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
