using PairingLab.Drivers.Browser.Admin;

namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>Tabs, pages, lists and details of the admin panel.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class AdminPageSteps(AdminPeople people)
{
    private int status;

    [Given(@"^([A-Z][a-z]+) has opened the tab (.+)$")]
    [When(@"^([A-Z][a-z]+) opens the tab (.+)$")]
    public async Task OpensTheTab(string name, string tab) => await (await people.PageAsync(name)).OpenTabAsync(tab);

    [Given(@"^the network of ([A-Z][a-z]+) is slow to bring news of a list$")]
    public async Task NewsAreHeldBack(string name) => await (await people.PageAsync(name)).HoldNewsBackAsync();

    [When(@"^the network brings ([A-Z][a-z]+) the news$")]
    public async Task NewsCome(string name) => (await people.PageAsync(name)).LetNewsCome();

    [When(@"^([A-Z][a-z]+) opens the page (/admin\S*)$")]
    public async Task OpensThePage(string name, string address) => status = await (await people.PageAsync(name)).GoAsync(address);

    [When(@"^([A-Z][a-z]+) opens the address that ([A-Z][a-z]+) sends$")]
    public async Task OpensTheAddressOf(string name, string other) =>
        await (await people.PageAsync(name)).GoAsync((await people.PageAsync(other)).Address);

    [Given(@"^([A-Z][a-z]+) has chosen ""(.*)""$")]
    [When(@"^([A-Z][a-z]+) chooses ""(.*)""$")]
    public async Task Chooses(string name, string what) => await (await people.PageAsync(name)).ChooseAsync(what);

    /// <summary>From the list, the first one of the card.</summary>
    [When(@"^([A-Z][a-z]+) opens the latest operation of ([A-Z][a-z]+)$")]
    [When(@"^([A-Z][a-z]+) opens the card of ([A-Z][a-z]+)$")]
    public async Task OpensTheLatest(string name, string cardholder)
    {
        var pan = people.Site.Cardholder(cardholder).Pan;
        await (await people.PageAsync(name)).ChooseAsync($"{pan[..6]}******{pan[^4..]}");
    }

    [When(@"^([A-Z][a-z]+) filters the list by$")]
    public async Task Filters(string name, Table table)
    {
        var page = await people.PageAsync(name);
        foreach (var row in table.Rows)
        {
            await page.FillAsync(row[0], row[1]);
        }

        await page.ChooseAsync("Filter");
    }

    [Then(@"^([A-Z][a-z]+) is refused that page$")]
    public async Task IsRefused(string name)
    {
        status.ShouldBe(403);
        (await (await people.PageAsync(name)).TitleAsync()).ShouldBe("Not allowed");
    }

    [Then(@"^([A-Z][a-z]+) sees the tabs ""(.*)""$")]
    public async Task SeesTheTabs(string name, string tabs) =>
        string.Join(", ", await (await people.PageAsync(name)).TabsAsync()).ShouldBe(tabs);

    [Then(@"^([A-Z][a-z]+) is offered ""(.*)""$")]
    public async Task IsOffered(string name, string what) => (await (await people.PageAsync(name)).OffersAsync(what)).ShouldBeTrue();

    [Then(@"^([A-Z][a-z]+) is not offered ""(.*)""$")]
    public async Task IsNotOffered(string name, string what) => (await (await people.PageAsync(name)).OffersAsync(what)).ShouldBeFalse();

    /// <summary>All rows, in order, in the columns that the scenario names. A live list gets there by itself.</summary>
    [Then(@"^([A-Z][a-z]+) sees in the table ""(.*)""$")]
    public async Task SeesInTheTable(string name, string list, Table table)
    {
        var page = await people.PageAsync(name);
        var wanted = table.Rows.Select(r => string.Join(" | ", r.Values)).ToList();
        var seen = await AdminPage.LookAsync(async () => Said(await page.RowsAsync(list), table.Header), s => s.SequenceEqual(wanted));
        seen.ShouldBe(wanted, $"{name} sees: {await page.TextAsync()}");
    }

    [Then(@"^the table ""(.*)"" of ([A-Z][a-z]+) has the columns$")]
    public async Task HasTheColumns(string list, string name, Table table)
    {
        var rows = await (await people.PageAsync(name)).RowsAsync(list);
        rows[0].Keys.Where(k => k != "Actions").ShouldBe(table.Header);
    }

    [Then(@"^([A-Z][a-z]+) sees the details$")]
    public async Task SeesTheDetails(string name, Table table)
    {
        var page = await people.PageAsync(name);
        var details = await AdminPage.LookAsync(page.DetailsAsync, d => d.Count > 0);
        foreach (var row in table.Rows)
        {
            var found = details.FirstOrDefault(d => d.Name == row[0] || $"{d.Group}: {d.Name}" == row[0]);
            found.ShouldNotBeNull($"no {row[0]}; there are: {string.Join(", ", details.Select(d => $"{d.Group}: {d.Name}"))}");
            found.Value.ShouldBe(row[1], row[0]);
        }
    }

    [Then(@"^([A-Z][a-z]+) reads ""(.*)""$")]
    public async Task Reads(string name, string text)
    {
        var page = await people.PageAsync(name);
        (await AdminPage.LookAsync(page.TextAsync, t => t.Contains(text, StringComparison.Ordinal))).ShouldContain(text);
    }

    [When(@"^([A-Z][a-z]+) goes to the content by the first stop$")]
    public async Task GoesToTheContent(string name) => (await (await people.PageAsync(name)).SkipAsync()).ShouldBe("Skip to the content");

    [Then(@"^the next stop of ([A-Z][a-z]+) is ""(.*)""$")]
    public async Task NextStop(string name, string what) => (await (await people.PageAsync(name)).NextStopAsync()).ShouldBe(what);

    [Then(@"^the panel of ([A-Z][a-z]+) is named ""(.*)"", with the logo (\S+) "
        + @"and the accent (#\w{6}) in the light and (#\w{6}) in the dark$")]
    public async Task IsNamed(string name, string brand, string logo, string light, string dark)
    {
        var page = await people.PageAsync(name);
        (await page.BrandAsync()).ShouldBe(brand);
        (await page.LogoAsync()).ShouldBe(
            await File.ReadAllBytesAsync(Path.Combine(people.Site.Bench.Root, "lab-config", "branding", logo)));
        (await page.AccentAsync(isDark: false)).ShouldBe(light);
        (await page.AccentAsync(isDark: true)).ShouldBe(dark);
    }

    private static List<string> Said(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, IEnumerable<string> columns) =>
        [.. rows.Select(r => string.Join(" | ", columns.Select(c => r.TryGetValue(c, out var said) ? said : $"no column {c}")))];
}
