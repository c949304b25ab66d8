using PairingLab.Drivers.Roles;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Steps at CAS.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed class CasSteps(TrustSite site)
{
    [Given(@"^the operator has created (kiosk-\d+) in CAS$")]
    [When(@"^the operator creates (kiosk-\d+) in CAS under its serial number$")]
    public Task Create(string kiosk) => site.CreateAsync(kiosk);

    [Given(@"^the operator has created (kiosk-\d+) in the CAS of (cas-\d)$")]
    public Task CreateAt(string kiosk, string cas) => site.CreateAsync(kiosk, cas);

    [When(@"^the operator creates a terminal with the serial number ""(.*)""$")]
    public async Task CreateWith(string serial) => await (await site.OperatorAsync()).CreateTerminalAsync(serial);

    [Given(@"^the operator has generated the VPN configuration of (kiosk-\d+)$")]
    [When(@"^the operator generates the VPN configuration of (kiosk-\d+)$")]
    public Task GenerateVpn(string kiosk) => site.GenerateVpnAsync(kiosk);

    [Given(@"^(kiosk-\d+) has never been paired to this server$")]
    public async Task HasNeverBeenPaired(string kiosk)
    {
        var serial = await site.SerialAsync(kiosk);
        (await (await site.OperatorAsync()).GoToTerminalsAsync()).Texts.ShouldNotContain(t => CasOperator.IsRow(t, serial));
    }

    /// <summary>
    /// With firmware older than 20230801 a server knew no fingerprints; what is left of that past is the terminal in CAS.
    /// </summary>
    [Given(@"^(kiosk-\d+) was paired in past to this server and has VPN configuration already generated$")]
    public async Task WasPairedWithVpn(string kiosk)
    {
        await WasPaired(kiosk, "A");
        (await (await site.OperatorAsync()).ActAsync(await site.SerialAsync(kiosk), "Back")).Title.ShouldBe("Terminals");
    }

    [Given(@"^(kiosk-\d+) was paired in past to this server$")]
    public Task WasPairedOutside(string kiosk) => WasPaired(kiosk, "B");

    [Given(@"^(kiosk-\d+) is paired in Deployment Scenario (A|B)$")]
    [When(@"^(kiosk-\d+) is paired in Deployment Scenario (A|B)$")]
    public Task IsPaired(string kiosk, string scenario) => site.PairAsync(kiosk, scenario);

    [Given(@"^(kiosk-\d+) is paired with (cas-\d)$")]
    public Task IsPairedWith(string kiosk, string cas) => site.PairAsync(kiosk, "B", cas);

    [Then(@"^the pairing request of (kiosk-\d+) is on the terminal list$")]
    public async Task RequestIsListed(string kiosk)
    {
        var serial = await site.SerialAsync(kiosk);
        await (await site.OperatorAsync())
            .WaitForRowAsync(serial, r => r.EndsWith("pairing request", StringComparison.Ordinal), "pairing request");
    }

    /// <summary>What is under way belongs to this moment; no lab time passes.</summary>
    [Then(@"^at that moment the pairing request of (kiosk-\d+) is on the terminal list$")]
    public async Task RequestIsListedNow(string kiosk)
    {
        var serial = await site.SerialAsync(kiosk);
        await site.Bench.Time.PassAsync(TimeSpan.Zero);
        (await (await site.OperatorAsync()).GoToTerminalsAsync()).Texts
            .ShouldContain(t => CasOperator.IsRow(t, serial) && t.EndsWith("pairing request", StringComparison.Ordinal));
    }

    [Then(@"^there is no pairing request of (kiosk-\d+) on the terminal list$")]
    public async Task RequestIsNotListed(string kiosk)
    {
        var serial = await site.SerialAsync(kiosk);
        var shown = await (await site.OperatorAsync()).GoToTerminalsAsync();
        shown.Texts.ShouldNotContain(t => CasOperator.IsRow(t, serial) && t.EndsWith("pairing request", StringComparison.Ordinal));
        shown.Buttons.ShouldNotContain(b => b.Name.StartsWith($"Approve {serial}", StringComparison.Ordinal));
    }

    [When(@"^the operator compares the fingerprint with the pairing code of (kiosk-\d+) and approves$")]
    public Task Approve(string kiosk) => site.ApproveAsync(kiosk);

    [When(@"^the operator of (cas-\d) compares the fingerprint with the pairing code of (kiosk-\d+) and approves$")]
    public Task ApproveAt(string cas, string kiosk) => site.ApproveAsync(kiosk, cas);

    [When(@"^the operator approves (kiosk-\d+) with the pairing code that was noted$")]
    public async Task ApproveNoted(string kiosk) =>
        await (await site.OperatorAsync()).ApproveAsync(await site.SerialAsync(kiosk), site.Codes[kiosk]);

    [When(@"^the operator unpairs (kiosk-\d+)$")]
    public async Task Unpair(string kiosk) => await (await site.OperatorAsync()).UnpairAsync(await site.SerialAsync(kiosk));

    [When(@"^the operator sets (kiosk-\d+) inactive$")]
    public async Task Deactivate(string kiosk) => await (await site.OperatorAsync()).ActAsync(await site.SerialAsync(kiosk), "Deactivate");

    [When(@"^the operator sets (kiosk-\d+) active$")]
    public async Task Activate(string kiosk) => await (await site.OperatorAsync()).ActAsync(await site.SerialAsync(kiosk), "Activate");

    [When(@"^the operator sets the (exchange rate|IP whitelist|opening hours) to ""(.*)""$")]
    public async Task SetRule(string rule, string text)
    {
        var cas = await site.OperatorAsync();
        await cas.GoToTerminalsAsync();
        await cas.Panel.PressAsync("Settings");
        await cas.Panel.WaitUntilTitledAsync("Settings");
        await cas.Panel.EnterAsync(rule switch { "exchange rate" => "Exchange rate", "opening hours" => "Opening hours", _ => rule }, text);
        await cas.Panel.PressAsync("Save");
    }

    [When(@"^the operator sets the IP whitelist of (kiosk-\d+) to ""(.*)""$")]
    public async Task SetIpWhitelist(string kiosk, string addresses)
    {
        var cas = await site.OperatorAsync();
        await cas.ActAsync(await site.SerialAsync(kiosk), "IP whitelist");
        await cas.Panel.EnterAsync("IP whitelist", addresses);
        await cas.Panel.PressAsync("Save");
    }

    [Then(@"^CAS lists (kiosk-\d+) as ""(.*)""$")]
    public async Task Lists(string kiosk, string state)
    {
        var serial = await site.SerialAsync(kiosk);
        await (await site.OperatorAsync())
            .WaitForRowAsync(serial, r => r.StartsWith($"{serial}, {state}, ", StringComparison.Ordinal), state);
    }

    [Then(@"^(kiosk-\d+) reaches master through the VPN$")]
    public async Task ReachesThroughVpn(string kiosk)
    {
        await (await site.TerminalAsync(kiosk)).WaitUntilInServiceAsync();
        await Lists(kiosk, "Online 🔒");
    }

    [Then(@"^(kiosk-\d+) reaches master$")]
    public async Task Reaches(string kiosk)
    {
        await (await site.TerminalAsync(kiosk)).WaitUntilInServiceAsync();
        await Lists(kiosk, "Online");
    }

    [Then(@"^CAS shows ""(.*)""$")]
    public async Task CasShows(string text) => await (await site.Bench.PanelAsync("cas-1")).WaitUntilItSaysAsync(text);

    [Then(@"^CAS shows that the VPN configuration of (kiosk-\d+) is (generated|not generated)$")]
    public async Task ShowsVpn(string kiosk, string state)
    {
        var cas = await site.OperatorAsync();
        await cas.GoToTerminalsAsync();
        await cas.Panel.PressWhenOfferedAsync($"Actions {await site.SerialAsync(kiosk)}");
        await cas.Panel.WaitUntilItSaysAsync($"VPN configuration: {state}");
    }

    [Then(@"^the events of (kiosk-\d+) are ""(.*)""$")]
    public async Task EventsAre(string kiosk, string events)
    {
        var serial = await site.SerialAsync(kiosk);
        var rows = await (await site.OperatorAsync()).ReadListAsync("Events");
        string.Join(", ", rows.Where(r => r.Contains($", {serial}, ", StringComparison.Ordinal)).Reverse().Select(r => r.Split(", ")[2]))
            .ShouldBe(events);
    }

    [Then(@"^the events of (kiosk-\d+) have ""(.*)""$")]
    public async Task EventsHave(string kiosk, string logged)
    {
        var serial = await site.SerialAsync(kiosk);
        (await (await site.OperatorAsync()).ReadListAsync("Events"))
            .ShouldContain(r => r.EndsWith($", {serial}, {logged}", StringComparison.Ordinal));
    }

    private async Task WasPaired(string kiosk, string scenario)
    {
        var terminal = await site.TerminalAsync(kiosk);
        var firmware = await terminal.ReadAdministrationAsync("Firmware: ");
        if (string.CompareOrdinal(firmware, "20230801") >= 0)
        {
            await site.PairAsync(kiosk, scenario);
            await Unpair(kiosk);
            await terminal.WipeAsync("Restore");
            await terminal.UseDeploymentScenarioAsync(scenario);
            return;
        }

        await site.CreateAsync(kiosk);
        if (scenario == "A")
        {
            await site.GenerateVpnAsync(kiosk);
        }
    }
}
