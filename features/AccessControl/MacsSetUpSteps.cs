using System.Globalization;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.AccessControl;

/// <summary>What is there when a scenario begins.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class MacsSetUpSteps(MacsSite site)
{
    [Given(@"^MACS with a lounge and a fast line$")]
    public Task Macs() => site.StartAsync();

    [Given(@"^MACS with the branding file (.*)$")]
    public Task WithBranding(string file)
    {
        site.Bench.Set("access-control", "branding", Path.Combine(site.Bench.Root, "lab-config", "branding", file));
        return site.StartAsync();
    }

    [Given(@"^an Admin has added Terms and Conditions and a Privacy Policy$")]
    [When(@"^an Admin adds Terms and Conditions and a Privacy Policy$")]
    public async Task DocumentsAreThere()
    {
        foreach (var kind in new[] { "TERMS", "PRIVACY" })
        {
            await site.Admin.AddAsync("documents", new { kind, text = "You may use this panel for your work." });
        }
    }

    [Given(@"^the ruleset ""(.*)""$")]
    [When(@"^the ruleset ""(.*)"" is added$")]
    public async Task TheRuleset(string name, Table table) =>
        await site.Admin.AddAsync("rulesets", new RulesetTable(table).Body(name, await site.Bench.Time.NowAsync()));

    [Given(@"^everybody has (\d+) free visits?$")]
    public async Task EverybodyHasFreeVisits(int visits)
    {
        var now = await site.Bench.Time.NowAsync();
        await site.Admin.AddAsync("rulesets", new
        {
            id = 0,
            name = "Everybody",
            validFrom = now.AddYears(-1),
            validTo = now.AddYears(10),
            cardholder = new { free = new { most = visits } },
        });
    }

    [Given(@"^([A-Z][a-z]+) has a Gold card of Alpha Bank$")]
    public void HasAGoldCard(string name) => site.GiveCard(name, "543211");

    [Given(@"^([A-Z][a-z]+) has a Platinum card of Alpha Bank$")]
    public void HasAPlatinumCard(string name) => site.GiveCard(name, "543216");

    [Given(@"^([A-Z][a-z]+) has a Gold card of Beta Bank$")]
    public void HasACardOfBeta(string name) => site.GiveCard(name, "520082");

    [Given(@"^([A-Z][a-z]+) has a card of a bank that MACS does not know$")]
    public void HasAForeignCard(string name) => site.GiveCard(name, "510000");

    [Given(@"^([A-Z][a-z]+) has a card whose number begins with (\d+)$")]
    public void HasACardThatBegins(string name, string bin) => site.GiveCard(name, bin);

    [Given(@"^([A-Z][a-z]+)'s card is on the whitelist$")]
    [When(@"^([A-Z][a-z]+)'s card is put on the whitelist$")]
    public async Task IsOnTheWhitelist(string name) => await site.Admin.AddAsync("whitelist", new { pan = site.Cardholder(name).Pan });

    [Given(@"^the lounge has a cooldown of (\d+) minutes$")]
    public Task HasACooldown(int minutes) => site.AddLocationAsync("waw-lounge", "Chopin Lounge", "POL", "Lounge", minutes);

    [When(@"^the lounge is deleted$")]
    public Task TheLoungeIsDeleted() => site.Admin.DeleteAsync("locations", "waw-lounge");

    [Given(@"^(macs-\d) is paired$")]
    public Task IsPaired(string device) => site.PairAsync(device);

    [Given(@"^(macs-\d) and (macs-\d) are paired$")]
    public async Task ArePaired(string one, string other)
    {
        await site.PairAsync(one);
        await site.PairAsync(other);
    }

    [When(@"^(macs-\d) downloads the lists$")]
    public async Task DownloadsTheLists(string device)
    {
        await (await site.TerminalAsync(device)).DownloadListsAsync();
        await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync("The offline lists are up to date.");
    }

    /// <summary>The lab's clock begins on 2026-01-05 at 08:00.</summary>
    [When(@"^it is (\d\d:\d\d:\d\d)$")]
    public async Task ItIs(string time)
    {
        var now = await site.Bench.Time.NowAsync();
        await site.Bench.Time.PassAsync(TimeSpan.Parse(time, CultureInfo.InvariantCulture) - now.TimeOfDay);
    }
}
