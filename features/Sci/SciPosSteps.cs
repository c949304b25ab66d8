using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Sci;

/// <summary>Steps at a POS.</summary>
[Binding]
public sealed class SciPosSteps(SciSite site, PosRequests requests)
{
    [Given(@"^(sci-pos-\d) is paired with (eftpos-\d) as ""(.*)""$")]
    [When(@"^(sci-pos-\d) is paired with (eftpos-\d) as ""(.*)""$")]
    public Task IsPaired(string pos, string terminal, string nickname) => site.PairAsync(terminal, pos, nickname);

    [Given(@"^(sci-pos-\d) waits for the confirmation on (eftpos-\d)$")]
    public Task Waits(string pos, string terminal) => site.BeginAsync(terminal, pos, "Front Bar");

    [When(@"^the pairing code of (eftpos-\d) is entered on (sci-pos-\d)$")]
    public async Task CodeIsEntered(string terminal, string pos) => await site.SendCodeAsync(terminal, pos, null);

    [When(@"^the pairing code of (eftpos-\d) is entered on (sci-pos-\d) as ""(.*)""$")]
    public async Task CodeIsEnteredAs(string terminal, string pos, string nickname) => await site.SendCodeAsync(terminal, pos, nickname);

    [When(@"^the pairing code ""(.*)"" is entered on (sci-pos-\d)$")]
    public async Task TextIsEntered(string code, string pos) => await (await site.PosAsync(pos)).SendCodeAsync(code, null);

    [When(@"^the pairing code of (eftpos-\d) is entered on (sci-pos-\d) and (sci-pos-\d) at the same time$")]
    public async Task CodeIsEnteredTwice(string terminal, string one, string other)
    {
        var code = (await site.TerminalAsync(terminal)).Code;
        foreach (var id in new[] { one, other })
        {
            await (await site.PosAsync(id)).EnterCodeAsync(code, id);
        }

        await Task.WhenAll((await site.PosAsync(one)).DoAsync("Pair"), (await site.PosAsync(other)).DoAsync("Pair"));
    }

    [Then(@"^one of (sci-pos-\d) and (sci-pos-\d) shows a confirmation code, the other ""(.*)""$")]
    public async Task OneShows(string one, string other, string text)
    {
        var (first, second) = (await (await site.PosAsync(one)).AnsweredAsync(), await (await site.PosAsync(other)).AnsweredAsync());
        new[] { first, second }.Count(p => p.Says("Confirmation code")).ShouldBe(1, $"{first}; {second}");
        new[] { first, second }.Count(p => p.Says(text)).ShouldBe(1, $"{first}; {second}");
    }

    [When(@"^the pairing section of (sci-pos-\d) is opened$")]
    public async Task SectionIsOpened(string pos)
    {
        var at = await site.PosAsync(pos);
        await at.OpenSaleAsync();
        await requests.BeginAsync();
        await at.OpenPairingAsync();
    }

    [Given(@"^(sci-pos-\d) is at the sale screen$")]
    [When(@"^(sci-pos-\d) goes to the sale screen$")]
    public async Task IsAtSale(string pos) => await (await site.PosAsync(pos)).OpenSaleAsync();

    [When(@"^(sci-pos-\d) sells for (\d+\.\d\d) over ""(.*)""$")]
    public async Task Sells(string pos, string amount, string nickname)
    {
        await requests.BeginAsync();
        await (await site.PosAsync(pos)).PayAsync(amount, nickname);
    }

    [When(@"^(sci-pos-\d) sells for (\d+\.\d\d) over ""(.*)"" with a (tip|surcharge) of (\d+\.\d\d)$")]
    public async Task SellsWith(string pos, string amount, string nickname, string what, string more)
    {
        var at = await site.PosAsync(pos);
        await at.OpenSaleAsync();
        await at.Panel.EnterAsync(what == "tip" ? "Tip" : "Surcharge", more);
        await at.PayAsync(amount, nickname);
    }

    [When(@"^(sci-pos-\d) sells for (\d+\.\d\d) over ""(.*)"" with (\d+\.\d\d) in cash$")]
    public async Task SellsWithCash(string pos, string amount, string nickname, string cash)
    {
        var at = await site.PosAsync(pos);
        await at.OpenSaleAsync();
        await at.Panel.EnterAsync("Cash", cash);
        await at.PayAsync(amount, nickname);
    }

    [When(@"^\[(.*)\] is pressed on (sci-pos-\d) for (\d+\.\d\d)$")]
    public async Task PressesFor(string button, string pos, string amount)
    {
        var at = await site.PosAsync(pos);
        await at.OpenMoreAsync();
        await at.Panel.EnterAsync("Amount", amount);
        await at.DoAsync(button);
    }

    [Given(@"^(sci-pos-\d) is at its other transactions$")]
    [When(@"^(sci-pos-\d) goes to its other transactions$")]
    public async Task IsAtMore(string pos) => await (await site.PosAsync(pos)).OpenMoreAsync();

    [When(@"^""(.*)"" is entered as ""(.*)"" on (sci-pos-\d)$")]
    public async Task Enters(string text, string field, string pos) => await (await site.PosAsync(pos)).Panel.EnterAsync(field, text);

    [When(@"^\[(.*)\] is pressed on (sci-pos-\d)$")]
    public async Task Presses(string button, string pos)
    {
        await requests.BeginAsync();
        await (await site.PosAsync(pos)).DoAsync(button);
    }

    [When(@"^\[(.*)\] is pressed on (sci-pos-\d) and nobody answers yet$")]
    public async Task PressesInVain(string button, string pos) => await (await site.PosAsync(pos)).Panel.PressWhenOfferedAsync(button);

    [Then(@"^(sci-pos-\d) has called (GET|POST) (/\S+)$")]
    public Task HasCalled(string pos, string method, string path) => requests.HasCalledAsync(pos, method, path);

    [Then(@"^(sci-pos-\d) has not called (GET|POST) (/\S+)$")]
    public Task HasNotCalled(string pos, string method, string path) => requests.HasNotCalledAsync(pos, method, path);

    [Then(@"^(sci-pos-\d) has the pairing ""(.*)""$")]
    public async Task HasPairing(string pos, string nickname)
    {
        var shown = await (await site.PosAsync(pos)).OpenPairingAsync();
        shown.Texts.ShouldContain($"Pairing Nickname: {nickname}", shown.ToString());
    }

    [Then(@"^(sci-pos-\d) has no pairing$")]
    public async Task HasNoPairing(string pos)
    {
        var shown = await (await site.PosAsync(pos)).OpenPairingAsync();
        shown.Field("Pairing Code").ShouldNotBeNull(shown.ToString());
        shown.Says("Pairing ID").ShouldBeFalse(shown.ToString());
    }

    [Then(@"^(sci-pos-\d) has (\d) pairings$")]
    public async Task HasPairings(string pos, int count)
    {
        var shown = await (await site.PosAsync(pos)).OpenPairingAsync();
        shown.Texts.Count(t => t.StartsWith("Pairing ID: ", StringComparison.Ordinal)).ShouldBe(count, shown.ToString());
    }

    [Then(@"^the purchase on (sci-pos-\d) is (APPROVED|DECLINED|CANCELLED|UNKNOWN)$")]
    public async Task PurchaseIs(string pos, string result) =>
        await (await site.PosAsync(pos)).Panel.WaitUntilAsync(
            p => p.Title == "Payment" && p.Texts.Contains(result), result, TimeSpan.FromMinutes(5));

    [When(@"^it is (\d.*) after (the pairing code was shown|the confirmation code was shown)$")]
    public Task ItIsAfter(string span, string what) => site.PassSinceAsync(what, Commander.TimeSteps.Parse(span));

    [Then(@"^(sci-pos-\d) shows neither an API key nor a secret$")]
    public async Task ShowsNoSecret(string pos)
    {
        var panel = (await site.PosAsync(pos)).Panel;
        var credentials = (await site.Bench.DirectoryAsync()).System("sci").Credentials!.Values;
        var shown = (await panel.ReadAsync()).ToString();
        foreach (var secret in credentials)
        {
            site.Bench.Witness.Secret(secret);
            shown.ShouldNotContain(secret);
        }

        shown.ShouldNotContain("kid_");
        shown.ShouldNotMatch("[0-9a-f]{32}");
    }
}
