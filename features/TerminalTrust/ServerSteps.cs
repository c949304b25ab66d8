using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>What is there when a scenario begins, and what happens to servers.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed class ServerSteps(TrustSite site)
{
    [Given(@"^a server with its terminals$")]
    public Task AServer() => site.StartAsync();

    [Given(@"^a server, and (kiosk-\d) with firmware (\d{8})$")]
    [Needs(Need.Software)]
    public Task AServerAnd(string kiosk, string firmware) => site.StartAsync(firmware, kiosk);

    [Given(@"^two servers with their terminals$")]
    [Adds("cas-2")]
    [Needs(Need.Simulator, "cas-1")]
    public Task TwoServers()
    {
        site.Bench.Add("cas-2", "cas");
        return site.StartAsync();
    }

    [Given(@"^a server with (\d+) terminals of firmware (\d{8})$")]
    [Adds("kiosk-*")]
    [Needs(Need.Software, "kiosk-1", "kiosk-2", "kiosk-3")]
    public Task Many(int count, string firmware)
    {
        site.AddTerminals(count, firmware);
        return site.StartAsync();
    }

    [When(@"^the server is migrated to another machine$")]
    [Needs(Need.Simulator, "cas-1")]
    public async Task IsMigrated() => await (await site.Bench.PanelAsync("cas-1")).PressAsync("Migrate server");

    [When(@"^the server is reinstalled under its licence key$")]
    [Needs(Need.Simulator, "cas-1")]
    public async Task IsReinstalled()
    {
        await (await site.Bench.PanelAsync("cas-1")).PressAsync("Reinstall server");
        site.ForgetOperator();
    }

    [When(@"^the server is reinstalled under another licence key$")]
    public async Task IsReinstalledAnew()
    {
        await (await site.Bench.PanelAsync("cas-1")).PressAsync("Reinstall under another licence key");
        site.ForgetOperator();
    }

    [Given(@"^the server is switched off$")]
    [When(@"^the server is switched off$")]
    [Needs(Need.Power, "cas-1")]
    public Task IsSwitchedOff() => site.Bench.PowerAsync("cas-1", on: false);

    [When(@"^the server is switched on$")]
    [Needs(Need.Power, "cas-1")]
    public Task IsSwitchedOn() => site.Bench.PowerAsync("cas-1", on: true);

    [When(@"^(\d+) (second|minute|hour)s? pass(?:es)?$")]
    public Task Pass(int count, string unit) => site.Bench.Time.PassAsync(unit switch
    {
        "second" => TimeSpan.FromSeconds(count),
        "minute" => TimeSpan.FromMinutes(count),
        _ => TimeSpan.FromHours(count),
    });

    [When(@"^the lab clock shows (\d\d:\d\d:\d\d)$")]
    public async Task ClockShows(string time)
    {
        var now = await site.Bench.Time.NowAsync();
        var left = TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture) - now.TimeOfDay;
        left.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, $"it is {now:HH:mm:ss} already");
        await site.Bench.Time.PassAsync(left);
    }
}
