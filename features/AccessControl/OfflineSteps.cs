using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.AccessControl;

/// <summary>Steps about a device without connection.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class OfflineSteps(MacsSite site)
{
    [Given(@"^(macs-\d) is offline$")]
    [When(@"^(macs-\d) goes offline$")]
    [Needs(Need.Cable)]
    public Task IsOffline(string device) => site.Bench.SetCableAsync(device, CableState.Cut);

    [When(@"^(macs-\d) is online again$")]
    [Needs(Need.Cable)]
    public Task IsOnline(string device) => site.Bench.SetCableAsync(device, CableState.Connected);

    [Then(@"^(macs-\d) lets the cardholder in offline as (OFFLINE_BIN|OFFLINE_WHITELIST)$")]
    public async Task LetsInOffline(string device, string source)
    {
        var panel = await (await site.Bench.PanelAsync(device)).WaitUntilTitledAsync("Entry allowed", TimeSpan.FromMinutes(1));
        panel.Texts.ShouldContain(source, panel.ToString());
    }

    [Then(@"^(macs-\d) keeps (\d+) offline entr(?:y|ies)$")]
    public async Task Keeps(string device, int count)
    {
        await (await site.TerminalAsync(device)).AcknowledgeAsync();
        await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync($"Offline entries to report: {count}");
    }

    [Then(@"^(macs-\d) has reported all offline entries$")]
    public async Task HasReported(string device)
    {
        await (await site.TerminalAsync(device)).AcknowledgeAsync();
        await (await site.Bench.PanelAsync(device)).WaitUntilAsync(
            p => p.Says("Offline lists:") && !p.Says("Offline entries to report"), "no offline entries to report", TimeSpan.FromMinutes(3));
    }
}
