using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>Steps about cables, power and what else goes wrong.</summary>
[Binding]
public sealed class FaultSteps(CommanderSite site)
{
    [Given(@"^the cable of (\S+-\d) is not connected$")]
    [When(@"^the cable of (\S+-\d) is pulled$")]
    [Needs(Need.Cable)]
    public Task Cut(string device) => site.Bench.SetCableAsync(device, CableState.Cut);

    [When(@"^the cable of (\S+-\d) is connected again$")]
    [Needs(Need.Cable)]
    public Task Mend(string device) => site.Bench.SetCableAsync(device, CableState.Connected);

    [Given(@"^the network of (\S+-\d) is slow$")]
    [When(@"^the network of (\S+-\d) becomes slow$")]
    [Needs(Need.Cable)]
    public Task Slow(string device) => site.Bench.SetCableAsync(device, CableState.Slow);

    [Given(@"^(\S+-\d) has no power$")]
    [When(@"^(\S+-\d) loses power$")]
    [Needs(Need.Power)]
    public Task PowerOff(string device) => site.Bench.PowerAsync(device, on: false);

    [When(@"^(\S+-\d) has power again$")]
    [Needs(Need.Power)]
    public Task PowerOn(string device) => site.Bench.PowerAsync(device, on: true);

    [When(@"^(\S+-\d) loses power for a moment$")]
    [Needs(Need.Power)]
    public async Task PowerCut(string device)
    {
        await PowerOff(device);
        await PowerOn(device);
    }

    [When(@"^(pos-\d) is connected to (commander-\d)$")]
    [Needs(Need.Simulator)]
    public Task ConnectTo(string device, string commander) => site.Bench.ConnectAsync(device, commander);

    [When(@"^the software of (commander-\d) is re-loaded$")]
    [Needs(Need.Simulator)]
    public async Task Reload(string commander) => await (await site.Bench.PanelAsync(commander)).PressAsync("Re-load software");

    [When(@"^(pos-\d|router-\d) is removed from the site$")]
    [Needs(Need.Simulator)]
    public Task Remove(string device) => site.Bench.Devices.RemoveAsync(device);
}
