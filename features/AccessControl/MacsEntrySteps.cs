using System.Globalization;
using System.Text.Json.Nodes;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.AccessControl;

/// <summary>Steps at the terminal of a location.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class MacsEntrySteps(MacsSite site)
{
    [Given(@"^([A-Z][a-z]+) has tapped (?:her|his) card at (macs-\d)$")]
    [When(@"^([A-Z][a-z]+) taps (?:her|his) card at (macs-\d)$")]
    [When(@"^([A-Z][a-z]+) taps (?:her|his) card again at (macs-\d)$")]
    public Task Taps(string name, string device) => site.TapAsync(name, device);

    [When(@"^([A-Z][a-z]+) inserts (?:her|his) card at (macs-\d)$")]
    public Task Inserts(string name, string device) => site.TapAsync(name, device, "Chip");

    [When(@"^([A-Z][a-z]+) taps (?:her|his) card at (macs-\d) and at (macs-\d) at the same time$")]
    public Task TapsTwice(string name, string one, string other) => Task.WhenAll(site.TapAsync(name, one), site.TapAsync(name, other));

    [Given(@"^([A-Z][a-z]+) has entered at (macs-\d)$")]
    [When(@"^([A-Z][a-z]+) enters at (macs-\d)$")]
    public Task Enters(string name, string device) => site.EnterAsync(name, device);

    [Given(@"^([A-Z][a-z]+) has entered (\d+) times at (macs-\d)$")]
    public async Task HasEnteredTimes(string name, int times, string device)
    {
        for (var i = 0; i < times; i++)
        {
            await site.EnterAsync(name, device);
        }
    }

    [Given(@"^([A-Z][a-z]+) has entered at (macs-\d) with (\d+) adult guests? and (\d+) child(?:ren)?$")]
    [When(@"^([A-Z][a-z]+) enters at (macs-\d) with (\d+) adult guests? and (\d+) child(?:ren)?$")]
    public Task EntersWith(string name, string device, int adults, int children) => site.EnterAsync(name, device, adults, children);

    [When(@"^([A-Z][a-z]+) enters at (macs-\d) with (\d+) children of (.*) years$")]
    public Task EntersWithChildren(string name, string device, int children, string ages) =>
        site.EnterAsync(name, device, 0, children, ages);

    [When(@"^the entry is confirmed on (macs-\d)$")]
    public async Task IsConfirmed(string device) => await (await site.TerminalAsync(device)).ConfirmAsync();

    [When(@"^the entry is confirmed on (macs-\d) and nobody answers yet$")]
    public async Task IsConfirmedInVain(string device) => await (await site.Bench.PanelAsync(device)).PressWhenOfferedAsync("Confirm");

    [When(@"^\[(.*)\] is pressed on (macs-\d)$")]
    public async Task Press(string button, string device) => await (await site.TerminalAsync(device)).DoAsync(button);

    [Then(@"^(macs-\d) confirms the entrance$")]
    public async Task Confirms(string device) =>
        await (await site.Bench.PanelAsync(device)).WaitUntilTitledAsync("COMPLETED", TimeSpan.FromMinutes(2));

    [Then(@"^(macs-\d) lets the cardholder in for free$")]
    public async Task Free(string device) => await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync("Cardholder: free");

    [Then(@"^(macs-\d) lets the cardholder in for (\d.*)$")]
    public async Task Paid(string device, string fee) =>
        await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync($"Cardholder pays {fee}");

    [Then(@"^(macs-\d) refuses the entry with (\w+)$")]
    public async Task Refuses(string device, string code)
    {
        var panel = await (await site.Bench.PanelAsync(device)).WaitUntilTitledAsync("Entry refused");
        panel.Texts.ShouldContain(code, panel.ToString());
    }

    [Then(@"^only one of (macs-\d) and (macs-\d) lets the cardholder in$")]
    public async Task OnlyOne(string one, string other)
    {
        var panels = new[] { await (await site.Bench.PanelAsync(one)).ReadAsync(), await (await site.Bench.PanelAsync(other)).ReadAsync() };
        panels.Count(p => p.Title == "Visits left").ShouldBe(1, string.Join(" / ", panels.Select(p => p.ToString())));
        panels.Count(p => p.Says("TEMPORARILT_BLOCKED") || p.Says("LIMIT_EXCEEDED"))
            .ShouldBe(1, string.Join(" / ", panels.Select(p => p.ToString())));
    }

    [Then(@"^the latest operation of ([A-Z][a-z]+) is$")]
    public async Task TheLatestOperationIs(string name, Table table)
    {
        var operation = (await site.OperationsAsync(name))[0];
        foreach (var row in table.Rows)
        {
            Said(operation, row[0]).ShouldBe(row[1], row[0]);
        }
    }

    [Then(@"^([A-Z][a-z]+) has (\d+) completed operations?$")]
    public async Task HasCompleted(string name, int count) =>
        (await site.OperationsAsync(name)).Count(o => o["status"]!.GetValue<string>() == "COMPLETED").ShouldBe(count);

    /// <summary>"Free adult guests" is freeAdultGuests.</summary>
    private static string Said(JsonNode operation, string column)
    {
        var words = column.Split(' ');
        var name = words[0].ToLowerInvariant()
            + string.Concat(words[1..].Select(w => char.ToUpper(w[0], CultureInfo.InvariantCulture) + w[1..]));
        return operation[name] is { } value ? value.ToString() : "";
    }
}
