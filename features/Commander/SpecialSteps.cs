using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>Steps that a few scenarios need: races, interrupted pairings, certificates that end.</summary>
[Binding]
public sealed class SpecialSteps(CommanderSite site)
{
    [Then(@"^(pos-\d) sells over a secure link after going back$")]
    public async Task SellsAfterGoingBack(string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        await panel.PressWhenOfferedAsync("Back");
        await panel.PressWhenOfferedAsync("Back");
        await (await site.WorkstationAsync(id)).SellAsync();
        await panel.WaitUntilItSaysAsync("Sale sent to the Commander");
    }

    [Given(@"^a site whose Commander runs Base (\S+)$")]
    [Needs(Need.Software, "commander-1")]
    public Task CommanderOnBase(string softwareBase)
    {
        site.Bench.SetBase(softwareBase, "commander-display");
        return site.Bench.StartAsync();
    }

    [When(@"^(pos-\d) reboots to its application, and the Commander fails in the middle of its Auto Upgrade to Base (\S+)$")]
    [Needs(Need.Cable)]
    [Needs(Need.Device, "config-1")]
    public async Task UpgradeFails(string id, string softwareBase)
    {
        var panel = await site.Bench.PanelAsync(id);
        await panel.WaitUntilTitledAsync("Login");

        // The workstation hears of the upgrade over a slow network, and the cable is pulled before it has fetched what it needs.
        await site.Bench.SetCableAsync(id, CableState.Slow);
        var client = await site.SignInAsync("manager");
        await client.Panel.PressWhenOfferedAsync("Auto Upgrade");
        await client.Panel.WaitUntilAsync(p => p.Field("Base") is not null, "Auto Upgrade");
        await client.Panel.EnterAsync("Base", softwareBase);
        await client.DoAsync("Start Auto Upgrade");
        await panel.WaitUntilTitledAsync("Auto Upgrade", TimeSpan.FromDays(2));
        await site.Bench.SetCableAsync(id, CableState.Cut);
    }

    [When(@"^(pos-\d) is paired with the OTP of (config-\d)$")]
    public Task PairWithOtpOf(string id, string client) => site.PairAndOpenAsync(id, client);

    [When(@"^the manager asks for an OTP at (config-\d)$")]
    public async Task AsksForAnOtp(string id)
    {
        var client = await site.SignInAsync("manager", id);
        await client.GoToSiteSecurityAsync();
        await client.DoAsync("Generate OTP");
    }

    [Then(@"^the status display of (commander-\d) is dark$")]
    public async Task DisplayIsDark(string commander) =>
        await (await site.Bench.PanelAsync(commander)).WaitUntilAsync(p => p.Title.Length > 0 && p.Texts.Count == 0, "a dark display");

    [When(@"^config-1 and config-2 enter the OTP at the same time$")]
    public async Task BothEnter()
    {
        var first = await site.ClientAsync("config-1");
        var second = await site.ClientAsync("config-2");
        await Task.WhenAll(first.EnterSiteOtpAsync(first.SiteOtp!), second.EnterSiteOtpAsync(first.SiteOtp!));
    }

    [Then(@"^only one of (\S+) and (\S+) shows ""(.*)""$")]
    public async Task OnlyOneShows(string one, string other, string text)
    {
        var first = await (await site.Bench.PanelAsync(one)).ReadAsync();
        var second = await (await site.Bench.PanelAsync(other)).ReadAsync();
        new[] { first, second }.Count(p => p.Says(text) || p.Button(text) is not null).ShouldBe(1, $"{first}\n{second}");
    }

    [When(@"^the OTP that (pos-\d) shows is entered at (config-\d)$")]
    public async Task OtpOfRegister(string workstation, string id)
    {
        var shown = await (await site.Bench.PanelAsync(workstation)).WaitUntilItSaysAsync("OTP ");
        var otp = shown.Texts.Single(t => t.StartsWith("OTP ", StringComparison.Ordinal))[4..];
        site.Bench.Witness.Secret(otp);
        var client = await site.SignInAsync("manager", id);
        await client.GoToSiteSecurityAsync();
        await client.EnterSiteOtpAsync(otp);
    }

    [Then(@"^(config-\d) shows the OTP that was noted$")]
    public async Task ShowsTheNotedOtp(string id) => await (await site.Bench.PanelAsync(id)).WaitUntilItSaysAsync(site.NotedOtp);

    [When(@"^config-1 revokes all trust while config-2 starts the Pairing Service$")]
    public async Task RevokesWhileTheOtherStarts()
    {
        var first = await site.ClientAsync("config-1");
        await first.DoAsync("Revoke All Trust");
        await Task.WhenAll(first.DoAsync("Yes"), (await site.ClientAsync("config-2")).DoAsync("Start Pairing Service"));
    }

    [When(@"^(pos-\d) is out of reach until one second before its certificate ends$")]
    [Needs(Need.Cable)]
    public async Task AlmostToTheEnd(string id)
    {
        await site.Bench.SetCableAsync(id, CableState.Cut);
        await site.PassSinceAsync("[OK]", TimeSpan.FromDays(365) - TimeSpan.FromSeconds(2));
    }

    [When(@"^(pos-\d) is out of reach until its certificate ends$")]
    [Needs(Need.Cable)]
    public async Task ToTheEnd(string id)
    {
        await site.Bench.SetCableAsync(id, CableState.Cut);
        await site.PassSinceAsync("[OK]", TimeSpan.FromDays(365));
    }

    [When(@"^the Pairing Service is restarted after a new sign-in$")]
    [Needs(Need.Power, "config-1")]
    public async Task RestartedAfterSignIn()
    {
        await site.Bench.PowerAsync("config-1", on: false);
        await site.Bench.PowerAsync("config-1", on: true);
        await site.StartServiceAsync();
    }

    [When(@"^the pairing of (pos-\d) has come to ""(.*)""$")]
    public async Task HasComeTo(string id, string step)
    {
        string[] order =
        [
            "Pair POS", "Pairing OTP dialog box", "OTP retrieved", "OTP keyed in", "Successfully Paired", "preparing application",
            "application",
        ];
        var last = Array.IndexOf(order, step);
        last.ShouldBeGreaterThanOrEqualTo(0, $"no step '{step}'; there are: {string.Join(", ", order)}");
        var workstation = await site.WorkstationAsync(id);
        Func<Task>[] acts =
        [
            workstation.WaitUntilReadyToPairAsync,
            () => site.PressPairPosAsync(id),
            () => site.NoteOtpAsync(),
            () => workstation.KeyInAsync(site.NotedOtp),
            () => workstation.EnterOtpAsync(site.NotedOtp),
            () => workstation.Panel.PressAsync("OK"),
            () => workstation.Panel.WaitUntilTitledAsync("Login"),
        ];
        foreach (var act in acts[..(last + 1)])
        {
            await act();
        }
    }

    [When(@"^the pairing of (pos-\d) goes on$")]
    public async Task GoesOn(string id)
    {
        var workstation = await site.WorkstationAsync(id);
        var shown = await workstation.Panel.ReadAsync();
        if (shown.Button("Pair POS") is not null)
        {
            await workstation.PressPairPosAsync();
            return;
        }

        await workstation.EnterOtpAsync(site.NotedOtp.Length > 0 ? site.NotedOtp : "000000");
    }

    [When(@"^(pos-\d) is paired from the start$")]
    public async Task PairFromTheStart(string id)
    {
        var workstation = await site.WorkstationAsync(id);
        if ((await workstation.Panel.ReadAsync()).Button("OK") is { Enabled: true })
        {
            await workstation.Panel.PressAsync("OK");
        }

        await site.PairAsync(id);
    }
}
