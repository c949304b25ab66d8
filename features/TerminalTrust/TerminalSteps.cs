using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Steps at a terminal.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed class TerminalSteps(TrustSite site)
{
    [Given(@"^(kiosk-\d+) operates in Deployment Scenario (A|B)$")]
    public async Task OperatesIn(string kiosk, string scenario) =>
        await (await site.TerminalAsync(kiosk)).UseDeploymentScenarioAsync(scenario);

    [Given(@"^the server host is set in the advanced administration of (kiosk-\d+)$")]
    [When(@"^the server host is set in the advanced administration of (kiosk-\d+)$")]
    public Task HostIsSet(string kiosk) => site.SetHostAsync(kiosk);

    [When(@"^the server host of (cas-\d) is set in the advanced administration of (kiosk-\d+)$")]
    public Task HostOfIsSet(string cas, string kiosk) => site.SetHostAsync(kiosk, cas);

    [Then(@"^(kiosk-\d+) shows its pairing code on the error screen$")]
    public async Task ShowsItsCode(string kiosk)
    {
        var terminal = await site.TerminalAsync(kiosk);
        site.Codes[kiosk] = await terminal.WaitForPairingCodeAsync();
        site.Codes[kiosk].ShouldBe(await terminal.ReadFingerprintAsync());
    }

    [Then(@"^(kiosk-\d+) shows ""(.*)""$")]
    public async Task Shows(string kiosk, string text) =>
        await (await site.Bench.PanelAsync(kiosk)).WaitUntilItSaysAsync(text, TimeSpan.FromMinutes(2));

    [Then(@"^(kiosk-\d+) does not show ""(.*)""$")]
    public async Task DoesNotShow(string kiosk, string text)
    {
        var panel = await (await site.Bench.PanelAsync(kiosk)).ReadAsync();
        panel.Says(text).ShouldBeFalse($"\"{text}\" should not be there: {panel}");
    }

    [Given(@"^(kiosk-\d+) is in service$")]
    [Then(@"^(kiosk-\d+) is in service$")]
    public async Task IsInService(string kiosk) => await (await site.TerminalAsync(kiosk)).WaitUntilInServiceAsync();

    [Then(@"^(kiosk-\d+) is still in service$")]
    public async Task IsStillInService(string kiosk)
    {
        var panel = await (await site.Bench.PanelAsync(kiosk)).ReadAsync();
        panel.Title.ShouldBe("Welcome", panel.ToString());
    }

    [Then(@"^(kiosk-\d+) is not in service$")]
    public async Task IsNotInService(string kiosk)
    {
        var panel = await (await site.Bench.PanelAsync(kiosk)).ReadAsync();
        panel.Title.ShouldNotBe("Welcome", panel.ToString());
    }

    [Then(@"^(kiosk-\d+) has firmware (\d{8})$")]
    public async Task HasFirmware(string kiosk, string firmware) =>
        (await (await site.TerminalAsync(kiosk)).ReadAdministrationAsync("Firmware: ")).ShouldBe(firmware);

    [When(@"^(kiosk-\d+) is restored$")]
    public async Task IsRestored(string kiosk) => await (await site.TerminalAsync(kiosk)).WipeAsync("Restore");

    [When(@"^(kiosk-\d+) is reset to factory settings$")]
    public async Task IsReset(string kiosk) => await (await site.TerminalAsync(kiosk)).WipeAsync("Factory reset");

    [Then(@"^(kiosk-\d+) has the same pairing code as before$")]
    public async Task HasTheSameCode(string kiosk) =>
        (await (await site.TerminalAsync(kiosk)).ReadFingerprintAsync()).ShouldBe(site.Codes[kiosk]);

    [Then(@"^(kiosk-\d+) has another pairing code than before$")]
    public async Task HasAnotherCode(string kiosk) =>
        (await (await site.TerminalAsync(kiosk)).ReadFingerprintAsync()).ShouldNotBe(site.Codes[kiosk]);

    [Given(@"^the cable of (kiosk-\d+) is pulled$")]
    [When(@"^the cable of (kiosk-\d+) is pulled$")]
    [Needs(Need.Cable)]
    public Task CableIsPulled(string kiosk) => site.Bench.SetCableAsync(kiosk, CableState.Cut);

    [When(@"^the cable of (kiosk-\d+) is connected again$")]
    [Needs(Need.Cable)]
    public Task CableIsBack(string kiosk) => site.Bench.SetCableAsync(kiosk, CableState.Connected);

    [When(@"^the network of (kiosk-\d+) is slow$")]
    [Needs(Need.Cable)]
    public Task CableIsSlow(string kiosk) => site.Bench.SetCableAsync(kiosk, CableState.Slow);

    [When(@"^(kiosk-\d+) loses power for a moment$")]
    [Needs(Need.Power)]
    public async Task LosesPower(string kiosk)
    {
        await site.Bench.PowerAsync(kiosk, on: false);
        await site.Bench.PowerAsync(kiosk, on: true);
    }

    [When(@"^(kiosk-\d+) loses power$")]
    [Needs(Need.Power)]
    public Task IsOff(string kiosk) => site.Bench.PowerAsync(kiosk, on: false);

    [When(@"^(kiosk-\d+) gets power$")]
    [Needs(Need.Power)]
    public Task IsOn(string kiosk) => site.Bench.PowerAsync(kiosk, on: true);

    [When(@"^(kiosk-\d+) is changed to Deployment Scenario (A|B)$")]
    public Task IsChanged(string kiosk, string scenario) => OperatesIn(kiosk, scenario);

    [Then(@"^(kiosk-\d+) has its VPN files$")]
    public async Task HasVpnFiles(string kiosk) =>
        (await (await site.TerminalAsync(kiosk)).ReadAdministrationAsync("VPN configuration: ")).ShouldBe("there");
}
