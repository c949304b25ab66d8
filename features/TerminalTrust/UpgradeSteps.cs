using System.Globalization;
using System.Text.RegularExpressions;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Steps about upgrades.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed partial class UpgradeSteps(TrustSite site)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    [Then(@"^gate upgrades (kiosk-\d+) to (\d{8}) by itself$")]
    public async Task IsUpgraded(string kiosk, string to)
    {
        var next = await Panel(kiosk, p => p.Title == "Firmware upgrade" && p.Says("From "), "an upgrade");
        next.Says($" to {to}").ShouldBeTrue($"the next upgrade should be to {to}: {next}");
        await WaitForStartAsync(kiosk, to);
    }

    [Then(@"^gate upgrades (kiosk-\d+) to (\d{8}) and then to (\d{8}) by itself$")]
    public async Task IsUpgradedTwice(string kiosk, string first, string second)
    {
        await IsUpgraded(kiosk, first);
        await IsUpgraded(kiosk, second);
    }

    [When(@"^the upgrade of (kiosk-\d+) to (\d{8}) has come to (\d+) %$")]
    public async Task HasComeTo(string kiosk, string to, int percent)
    {
        await WaitForUpgradeAsync(kiosk, to);
        await Panel(
            kiosk,
            p => p.Says($" to {to}") && PercentOf(p) >= percent,
            string.Create(CultureInfo.InvariantCulture, $"{percent} %"));
    }

    [Then(@"^the upgrade of (kiosk-\d+) goes on from (\d+) %$")]
    public async Task GoesOn(string kiosk, int percent)
    {
        var shown = await Panel(kiosk, p => p.Title == "Firmware upgrade", "the upgrade");
        PercentOf(shown).ShouldBeGreaterThanOrEqualTo(percent, shown.ToString());
    }

    [When(@"^all (\d+) terminals are given the server host$")]
    public async Task AllComeToGate(int count)
    {
        var host = await (await site.OperatorAsync()).ReadServerHostAsync();
        for (var i = 1; i <= count; i++)
        {
            await (await site.TerminalAsync(Id(i))).SetServerHostAsync(host);

            // Lab time goes on when gate has answered: else two terminals on their way could come to it the other way round.
            await site.Bench.Time.PassAsync(TimeSpan.FromMilliseconds(1));
        }
    }

    [Given(@"^the operator has created all (\d+) terminals in CAS$")]
    public async Task AllAreCreated(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await site.CreateAsync(Id(i));
        }
    }

    [Then(@"^(\d+) terminals are being upgraded, and (kiosk-\d+) waits for its turn$")]
    public async Task OneWaits(int count, string kiosk)
    {
        await Panel(kiosk, p => p.Says("Waiting for its turn."), "that it waits");
        var rows = await (await site.OperatorAsync()).ReadListAsync("Upgrades");
        rows.Count(r => r.EndsWith('%')).ShouldBe(count, string.Join(" | ", rows));
        rows.ShouldContain($"{await site.SerialAsync(kiosk)}, waits, place 1");
    }

    [Then(@"^CAS shows the progress of the upgrade of (kiosk-\d+)$")]
    public async Task CasShowsProgress(string kiosk)
    {
        var serial = await site.SerialAsync(kiosk);
        var rows = await (await site.OperatorAsync()).ReadListAsync("Upgrades");
        rows.ShouldContain(
            r => Regex.IsMatch(r, $"^{serial}, \\d{{8}} to \\d{{8}}, [1-9]\\d? %$", RegexOptions.None, TimeSpan.FromSeconds(1)),
            string.Join(" | ", rows));
    }

    [Then(@"^no more than (\d+) terminals were being upgraded at once while all (\d+) got firmware (\d{8})$")]
    public async Task NeverMoreThan(int most, int count, string firmware)
    {
        var cas = await site.OperatorAsync();
        for (var i = 1; i <= count; i++)
        {
            var rows = await cas.ReadListAsync("Upgrades");
            rows.Count(r => r.EndsWith('%')).ShouldBeLessThanOrEqualTo(most, string.Join(" | ", rows));
            await cas.WaitForRowAsync(
                await site.SerialAsync(Id(i)),
                r => r.Contains($"firmware {firmware}", StringComparison.Ordinal),
                firmware);
        }
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"kiosk-{number}");

    private static int PercentOf(PanelReading panel) => panel.Texts
        .Select(t => Percent().Match(t))
        .Where(m => m.Success)
        .Select(m => int.Parse(m.Groups["percent"].Value, CultureInfo.InvariantCulture))
        .FirstOrDefault(-1);

    private Task WaitForUpgradeAsync(string kiosk, string to) =>
        Panel(kiosk, p => p.Title == "Firmware upgrade" && p.Says($" to {to}"), $"the upgrade to {to}");

    private Task WaitForStartAsync(string kiosk, string to) =>
        Panel(kiosk, p => p.Title == "Starting" && p.Says($"Firmware {to}"), $"the start with {to}");

    private async Task<PanelReading> Panel(string kiosk, Func<PanelReading, bool> condition, string what) =>
        await (await site.Bench.PanelAsync(kiosk)).WaitUntilAsync(condition, what, LongEnough);

    [GeneratedRegex(@"^(?<percent>\d+) %$", RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();
}
