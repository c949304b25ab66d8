using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Commander;

/// <summary>Steps at a POS workstation.</summary>
[Binding]
public sealed class WorkstationSteps(CommanderSite site)
{
    [When(@"^(pos-\d) is put into pairing mode$")]
    public async Task IsPutIntoPairingMode(string id) => await (await site.WorkstationAsync(id)).EnterPairingModeAsync();

    [When(@"^\[Perform POS Pairing\] is pressed on (pos-\d)$")]
    public async Task PerformPairing(string id)
    {
        await (await site.WorkstationAsync(id)).OpenMaintenanceMenuAsync();
        await (await site.Bench.PanelAsync(id)).PressWhenOfferedAsync("Perform POS Pairing");
    }

    [When(@"^the Maintenance Menu of (pos-\d) is opened$")]
    public async Task MaintenanceMenu(string id) => await (await site.WorkstationAsync(id)).OpenMaintenanceMenuAsync();

    [Given(@"^\[Pair POS\] has been pressed on (pos-\d)$")]
    [When(@"^\[Pair POS\] is pressed on (pos-\d)$")]
    public Task PressPairPos(string id) => site.PressPairPosAsync(id);

    [When(@"^\[Pair POS\] is pressed on (pos-\d) and nobody answers yet$")]
    public async Task PressPairPosInVain(string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        await (await site.WorkstationAsync(id)).WaitUntilReadyToPairAsync();
        await site.MarkAsync("[Pair POS]");
        await panel.PressAsync("Pair POS");
    }

    [When(@"^(pos-\d) and (pos-\d) press \[Pair POS\] at the same time$")]
    public async Task BothPressPairPos(string one, string other)
    {
        var first = await site.WorkstationAsync(one);
        var second = await site.WorkstationAsync(other);
        await first.WaitUntilReadyToPairAsync();
        await second.WaitUntilReadyToPairAsync();
        await Task.WhenAll(first.PressPairPosAsync(), second.PressPairPosAsync());
    }

    [Given(@"^the OTP is keyed in on (pos-\d)$")]
    [When(@"^the OTP is keyed in on (pos-\d)$")]
    public async Task KeyIn(string id) => await (await site.WorkstationAsync(id)).KeyInAsync(site.NotedOtp);

    [When(@"^the OTP is entered on (pos-\d)$")]
    public Task Enter(string id) => site.EnterAsync(id, site.NotedOtp);

    [Given(@"^a wrong OTP has been entered on (pos-\d)$")]
    [When(@"^a wrong OTP is entered on (pos-\d)$")]
    public Task EnterWrong(string id) => site.EnterAsync(id, site.WrongOtp());

    [When(@"^the OTP is keyed in on (pos-\d) key by key$")]
    public async Task KeyInKeyByKey(string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        for (var length = 1; length <= site.NotedOtp.Length; length++)
        {
            var typed = site.NotedOtp[..length];
            await panel.PressWhenOfferedAsync(typed[^1..]);
            await panel.WaitUntilAsync(p => p.Field("Pairing OTP")?.Value == typed, $"{length} characters on the keypad");
        }
    }

    [When(@"^""(.*)"" is keyed in on (pos-\d)$")]
    public async Task KeyInText(string text, string id) => await (await site.WorkstationAsync(id)).KeyInAsync(text);

    [When(@"^\[(?!Pair POS\]|Perform POS Pairing\])(.*)\] is pressed on (pos-\d)$")]
    public async Task Press(string button, string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        await panel.SettleAsync(p => p.Button(button) is { Enabled: true }, $"the button [{button}]");
        await site.MarkAsync($"[{button}]");
        await panel.PressAsync(button);
        if (button == "Cancel")
        {
            // The Commander is told before anybody else can walk up to the next workstation.
            await site.Bench.Time.PassAsync(TimeSpan.Zero);
        }
    }

    [When(@"^(pos-\d) is paired$")]
    public Task Pair(string id) => site.PairAsync(id);

    [When(@"^(pos-\d) is paired and its application has started$")]
    public Task PairAndOpen(string id) => site.PairAndOpenAsync(id);

    [When(@"^(pos-\d) logs in to Sales$")]
    public async Task LogIn(string id) => await (await site.Bench.PanelAsync(id)).PressWhenOfferedAsync("Log in to Sales");

    [When(@"^(pos-\d) makes a sale$")]
    public async Task Sell(string id) => await (await site.WorkstationAsync(id)).SellAsync();

    [Then(@"^(pos-\d) sells over a secure link$")]
    public async Task SellsOverALink(string id)
    {
        await (await site.WorkstationAsync(id)).SellAsync();
        await (await site.Bench.PanelAsync(id)).WaitUntilItSaysAsync("Sale sent to the Commander");
    }

    [Then(@"^(pos-\d) sells without a secure link$")]
    public async Task SellsWithoutALink(string id)
    {
        var workstation = await site.WorkstationAsync(id);
        await workstation.SellAsync();
        await workstation.GoToSalesAsync();
        await workstation.Panel.WaitUntilItSaysAsync(
            "Sale kept at the workstation: no secure link to the Commander", TimeSpan.FromMinutes(1));
    }

    [Then(@"^(pos-\d) reboots and starts the application$")]
    public async Task StartsTheApplication(string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        if (site.IsUpgrading)
        {
            // Until the new software reaches it, the workstation shows the old application.
            await panel.WaitUntilAsync(
                p => p.Title is not ("Login" or "Sales"), "the reboot after the Auto Upgrade", TimeSpan.FromMinutes(1));
        }

        await panel.WaitUntilTitledAsync("Login");
    }

    [Then(@"^(pos-\d) displays ""Pair POS""$")]
    public async Task DisplaysPairPos(string id) => await (await site.WorkstationAsync(id)).WaitUntilReadyToPairAsync();

    [Then(@"^(pos-\d) displays the Pairing OTP dialog box$")]
    public async Task DisplaysTheDialog(string id) =>
        await (await site.Bench.PanelAsync(id)).WaitUntilAsync(p => p.Field("Pairing OTP") is not null, "the Pairing OTP dialog box");

    [Then(@"^the button on (pos-\d) reads ""(.*)""$")]
    public async Task TheButtonReads(string id, string text) =>
        await (await site.Bench.PanelAsync(id)).WaitUntilAsync(p => p.Button(text) is not null, $"a button that reads \"{text}\"");

    [Then(@"^the Pairing keypad of (pos-\d) has the keys ""(.*)""$")]
    public async Task TheKeypadHas(string id, string keys)
    {
        var panel = await (await site.Bench.PanelAsync(id)).WaitUntilAsync(p => p.Field("Pairing OTP") is not null, "the Pairing keypad");
        string.Concat(panel.Buttons.Where(b => b.Name.Length == 1).Select(b => b.Name)).ShouldBe(keys);
    }

    [Then(@"^the OTP on the keypad of (pos-\d) reads ""(.*)""$")]
    public async Task TheKeypadReads(string id, string text) =>
        (await (await site.Bench.PanelAsync(id)).ReadAsync()).Field("Pairing OTP")!.Value.ShouldBe(text);
}
