using PairingLab.Drivers.Roles;
using PairingLab.Kernel.Panels;

namespace PairingLab.Features.Commander;

/// <summary>What is there when a scenario begins.</summary>
[Binding]
public sealed class SiteSteps(CommanderSite site)
{
    [Given(@"^a new installation$")]
    public Task ANewInstallation() => site.Bench.StartAsync();

    [Given(@"^a new installation of a (Commander|RubyCi|Commander 16) with a (Topaz|Ruby2|C18)$")]
    public Task ANewInstallationOf(string commander, string workstation)
    {
        site.Bench.Alter(d => d.Id switch
        {
            "commander-1" => d with { Model = commander },
            "pos-1" => d with { Model = workstation },
            _ => d,
        });
        return site.Bench.StartAsync();
    }

    [Given(@"^a site that runs Base (\S+)$")]
    public Task ASiteOnBase(string softwareBase)
    {
        site.Bench.Alter(d => d with { Base = softwareBase });
        return site.Bench.StartAsync();
    }

    [Given(@"^a site with two Commanders$")]
    public Task TwoCommanders()
    {
        site.Bench.Add(new DeviceSpec("commander-2", "commander-display"));
        site.Bench.Add(new DeviceSpec("config-9", "configuration-client", ConnectedTo: "commander-2"));
        return site.Bench.StartAsync();
    }

    [Given(@"^the manager has opened Site Security$")]
    public async Task SiteSecurityIsOpen() => await site.SiteSecurityAsync();

    [Given(@"^the manager has opened Site Security at (config-\d)$")]
    public async Task SiteSecurityIsOpenAt(string client) => await site.SiteSecurityAsync(client);

    [Given(@"^the Pairing Service is started$")]
    [When(@"^the Pairing Service is started$")]
    [When(@"^the Pairing Service is restarted$")]
    public Task TheServiceIsStarted() => site.StartServiceAsync();

    [Given(@"^the Pairing Service of commander-2 is started$")]
    public Task TheOtherServiceIsStarted() => site.StartServiceAsync("config-9", "commander-2");

    [Given(@"^(pos-\d) is paired$")]
    public async Task IsPaired(string workstation)
    {
        await site.StartServiceAsync();
        await site.PairAndOpenAsync(workstation);
    }

    [Given(@"^(pos-\d) and (pos-\d) are paired$")]
    public async Task ArePaired(string one, string other)
    {
        await site.StartServiceAsync();
        await site.PairAndOpenAsync(one);
        await site.PairAndOpenAsync(other);
    }

    [Given(@"^(pos-\d) displays the Pairing OTP dialog box$")]
    public async Task DisplaysTheDialog(string workstation)
    {
        await site.StartServiceAsync();
        await site.PressPairPosAsync(workstation);
        await (await site.Bench.PanelAsync(workstation)).WaitUntilAsync(p => p.Field("Pairing OTP") is not null, "the Pairing OTP dialog box");
    }

    [Given(@"^the Pairing OTP has been retrieved$")]
    [When(@"^the Pairing OTP is retrieved$")]
    public Task TheOtpIsRetrieved() => site.NoteOtpAsync();

    [Given(@"^(pos-\d) is being paired$")]
    public async Task IsBeingPaired(string workstation)
    {
        await DisplaysTheDialog(workstation);
        await site.NoteOtpAsync();
    }
}
