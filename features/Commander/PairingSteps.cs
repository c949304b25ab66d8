using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Commander;

/// <summary>Steps about pairing a POS workstation.</summary>
[Binding]
public sealed class PairingSteps(CommanderSite site)
{
    [Given(@"^a new installation$")]
    public Task GivenANewInstallation() => site.Bench.StartAsync();

    [Given(@"^the Pairing Service is started$")]
    [When(@"^the Pairing Service is started$")]
    public async Task TheServiceIsStarted()
    {
        var client = await site.SiteSecurityAsync();
        await site.MarkAsync("[Start Pairing Service]");
        await client.StartPairingServiceAsync();
    }

    [When(@"^(pos-\d) is paired$")]
    public Task IsPaired(string workstation) => site.PairAsync(workstation);

    [Then(@"^(\S+-\d) shows ""(.*)""$")]
    public async Task ThenShows(string device, string text) => await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync(text);

    [Then(@"^(pos-\d) opens for sales over a secure link$")]
    public async Task ThenOpensForSales(string id)
    {
        var workstation = await site.WorkstationAsync(id);
        await workstation.CompleteAsync();
        await workstation.SellAsync();
        await workstation.Panel.WaitUntilItSaysAsync("Sale sent to the Commander");
    }
}
