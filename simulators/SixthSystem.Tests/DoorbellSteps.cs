using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.SixthSystem.Tests;

/// <summary>What the run is about.</summary>
[Binding]
public static class DoorbellRun
{
    /// <summary>The lab knows the doorbell, and has it on its bench.</summary>
    [BeforeTestRun(Order = 0)]
    public static void Know() => RunSettings.Current = RunSettings.Current with
    {
        Systems = House.Systems,
        BenchFile = House.BenchFile,
        Folder = House.NewFolder("run"),
        Seed = 1,
    };
}

/// <summary>Somebody who fits a doorbell.</summary>
[Binding]
[Scope(Tag = "doorbell")]
public sealed class DoorbellSteps(ScenarioBench bench)
{
    [Given(@"^a house with a doorbell$")]
    public Task AHouse() => bench.StartAsync();

    [When(@"^(bell-\d) is given the code of (chime-\d)$")]
    public async Task GivenTheCode(string bell, string chime) => await GivenTheCode(bell, await CodeAsync(chime), TimeSpan.Zero);

    [When(@"^(bell-\d) is given the code of (chime-\d) after a minute$")]
    public async Task GivenTheCodeLate(string bell, string chime) =>
        await GivenTheCode(bell, await CodeAsync(chime), TimeSpan.FromMinutes(1));

    [When(@"^(bell-\d) is given the code ""(.*)""$")]
    public Task GivenACode(string bell, string code) => GivenTheCode(bell, code, TimeSpan.Zero);

    [Then(@"^(bell-\d) shows ""(.*)""$")]
    public async Task Shows(string bell, string text) => await (await bench.PanelAsync(bell)).WaitUntilItSaysAsync(text);

    private async Task GivenTheCode(string bell, string code, TimeSpan after)
    {
        await bench.Time.PassAsync(after);
        var panel = await bench.PanelAsync(bell);
        await panel.EnterAsync("Code", code);
        await panel.PressWhenOfferedAsync("Learn");
    }

    private async Task<string> CodeAsync(string chime)
    {
        var panel = await bench.PanelAsync(chime);
        await panel.PressWhenOfferedAsync("Pair");
        return (await panel.WaitUntilItSaysAsync("Code ")).Texts[0]["Code ".Length..];
    }
}
