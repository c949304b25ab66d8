using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>What is there when a scenario begins.</summary>
[Binding]
public sealed class SiteSteps(CommanderSite site)
{
    [Given(@"^a new installation$")]
    public Task ANewInstallation() => site.Bench.StartAsync();

    [Given(@"^a new installation of a (Commander|RubyCi|Commander 16) with a (Topaz|Ruby2|C18)$")]
    [NeedsModel("commander-1", 0)]
    [NeedsModel("pos-1", 1)]
    [Needs(Need.Device, "commander-1", "pos-1")]
    public Task ANewInstallationOf(string commander, string workstation)
    {
        site.Bench.SetModel("commander-1", commander);
        site.Bench.SetModel("pos-1", workstation);
        return site.Bench.StartAsync();
    }

    [Given(@"^a site that runs Base (\S+)$")]
    [Needs(Need.Software, "commander-1", "pos-1", "pos-2", "pos-3")]
    public Task ASiteOnBase(string softwareBase)
    {
        site.Bench.SetBase(softwareBase);
        return site.Bench.StartAsync();
    }

    [Given(@"^a site with two Commanders$")]
    [Adds("commander-2", "config-9")]
    [Needs(Need.Simulator, "commander-1", "config-1")]
    public Task TwoCommanders()
    {
        site.Bench.Add("commander-2", "commander-display");
        site.Bench.Add("config-9", "configuration-client", connectedTo: "commander-2");
        return site.Bench.StartAsync();
    }

    [Given(@"^a site with a router$")]
    [Adds("router-1")]
    [Needs(Need.Simulator, "commander-1", "pos-1")]
    public Task WithRouter()
    {
        site.Bench.Add("router-1", "router");
        return site.Bench.StartAsync();
    }

    [Given(@"^the pairing fails in Auto Upgrades$")]
    [Needs(Need.Simulator, "commander-1")]
    public async Task PairingFailsInAutoUpgrades() =>
        await (await site.Bench.PanelAsync("commander-1")).PressWhenOfferedAsync("Fail pairing in Auto Upgrade");

    [Given(@"^the manager has opened Site Security$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task SiteSecurityIsOpen() => await site.SiteSecurityAsync();

    [Given(@"^the manager has opened Site Security at (config-\d)$")]
    public async Task SiteSecurityIsOpenAt(string client) => await site.SiteSecurityAsync(client);

    [Given(@"^the Pairing Service is started$")]
    [When(@"^the Pairing Service is started$")]
    [When(@"^the Pairing Service is restarted$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public Task TheServiceIsStarted() => site.StartServiceAsync();

    [Given(@"^the Pairing Service of commander-2 is started$")]
    public Task TheOtherServiceIsStarted() => site.StartServiceAsync("config-9", "commander-2");

    [Given(@"^(pos-\d) is paired$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task IsPaired(string workstation)
    {
        await site.StartServiceAsync();
        await site.PairAndOpenAsync(workstation);
    }

    [Given(@"^(pos-\d) and (pos-\d) are paired$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task ArePaired(string one, string other)
    {
        await site.StartServiceAsync();
        await site.PairAndOpenAsync(one);
        await site.PairAndOpenAsync(other);
    }

    [Given(@"^(pos-\d) displays the Pairing OTP dialog box$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task DisplaysTheDialog(string workstation)
    {
        await site.StartServiceAsync();
        await site.PressPairPosAsync(workstation);
        await (await site.Bench.PanelAsync(workstation))
            .WaitUntilAsync(p => p.Field("Pairing OTP") is not null, "the Pairing OTP dialog box");
    }

    [Given(@"^the Pairing OTP has been retrieved$")]
    [When(@"^the Pairing OTP is retrieved$")]
    [Needs(Need.Device, "config-1")]
    public Task TheOtpIsRetrieved() => site.NoteOtpAsync();

    [Given(@"^(pos-\d) is being paired$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task IsBeingPaired(string workstation)
    {
        await DisplaysTheDialog(workstation);
        await site.NoteOtpAsync();
    }
}
