using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Commander;

/// <summary>Steps about what any device shows.</summary>
[Binding]
public sealed class PanelSteps(CommanderSite site)
{
    [Then(@"^(\S+-\d) shows ""(.*)""$")]
    public async Task Shows(string device, string text) =>
        await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync(text, TimeSpan.FromMinutes(1));

    [Then(@"^(\S+-\d) shows$")]
    public async Task ShowsText(string device, string text) =>
        await (await site.Bench.PanelAsync(device)).WaitUntilItSaysAsync(text.Trim());

    [Then(@"^(\S+-\d) still shows ""(.*)""$")]
    public async Task StillShows(string device, string text)
    {
        var panel = await (await site.Bench.PanelAsync(device)).ReadAsync();
        panel.Says(text).ShouldBeTrue($"\"{text}\" is not there any more: {panel}");
    }

    [Then(@"^(\S+-\d) does not show ""(.*)""$")]
    public async Task DoesNotShow(string device, string text)
    {
        var panel = await (await site.Bench.PanelAsync(device)).ReadAsync();
        panel.Says(text).ShouldBeFalse($"\"{text}\" should not be there: {panel}");
    }

    [Then(@"^\[(.*)\] on (\S+-\d) is not active$")]
    public async Task IsNotActive(string button, string device)
    {
        var panel = await (await site.Bench.PanelAsync(device)).ReadAsync();
        (panel.Button(button) ?? throw new ShouldAssertException($"no button [{button}]: {panel}")).Enabled.ShouldBeFalse(panel.ToString());
    }

    [Then(@"^\[(.*)\] on (\S+-\d) is active$")]
    public async Task IsActive(string button, string device) =>
        await (await site.Bench.PanelAsync(device))
            .WaitUntilAsync(p => p.Button(button) is { Enabled: true }, $"the active button [{button}]");

    [Then(@"^there is no \[(.*)\] on (\S+-\d)$")]
    public async Task IsNotThere(string button, string device)
    {
        var panel = await (await site.Bench.PanelAsync(device)).ReadAsync();
        panel.Button(button).ShouldBeNull(panel.ToString());
    }

    [Then(@"^(\S+-\d) is dark$")]
    public async Task IsDark(string device) =>
        await (await site.Bench.PanelAsync(device)).WaitUntilAsync(p => p.Title.Length == 0 && p.Texts.Count == 0, "nothing");
}
