using PairingLab.Kernel.Panels;

namespace PairingLab.Features.TerminalTrust;

/// <summary>What is there when a scenario begins, and what happens to servers.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed class ServerSteps(TrustSite site)
{
    [Given(@"^a server with its terminals$")]
    public Task AServer() => site.StartAsync();

    [Given(@"^a server, and (kiosk-\d) with firmware (\d{8})$")]
    public Task AServerAnd(string kiosk, string firmware) => site.StartAsync(firmware, kiosk);

    [Given(@"^two servers with their terminals$")]
    public Task TwoServers()
    {
        site.Bench.Add(new DeviceSpec("cas-2", "cas"));
        return site.StartAsync();
    }

    [Given(@"^a server with (\d+) terminals of firmware (\d{8})$")]
    public Task Many(int count, string firmware)
    {
        site.AddTerminals(count, firmware);
        return site.StartAsync();
    }

    [When(@"^the server is migrated to another machine$")]
    public async Task IsMigrated() => await (await site.Bench.PanelAsync("cas-1")).PressAsync("Migrate server");

    [When(@"^the server is reinstalled$")]
    public async Task IsReinstalled()
    {
        await (await site.Bench.PanelAsync("cas-1")).PressAsync("Reinstall server");
        site.ForgetOperator();
    }

    [Given(@"^the server is switched off$")]
    [When(@"^the server is switched off$")]
    public Task IsSwitchedOff() => site.Bench.Devices.PowerAsync("cas-1", on: false);

    [When(@"^the server is switched on$")]
    public Task IsSwitchedOn() => site.Bench.Devices.PowerAsync("cas-1", on: true);

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
