using PairingLab.Drivers.Serial;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>Steps about the status display and its serial line.</summary>
[Binding]
public sealed class DisplaySteps(CommanderSite site)
{
    [Then(@"^the display of (commander-\d) is dark over the serial line$")]
    [Needs(Need.Probe)]
    public async Task IsDark(string commander) =>
        (await (await DisplayAsync(commander)).ReadShownAsync()).IsDark.ShouldBeTrue("the display shows something");

    [Then(@"^(commander-\d) shows four digits in two pairs that take turns every second, the first with the decimal point$")]
    [Needs(Need.Probe)]
    public async Task TakeTurns(string commander)
    {
        var display = await DisplayAsync(commander);
        var otp = await display.ReadSiteOtpAsync();
        var seen = new List<string>();
        for (var look = 0; look < 6; look++)
        {
            seen.Add((await display.ReadShownAsync()).Text);
            seen[^1].ShouldBeOneOf(otp[..2] + ".", otp[2..]);
            await site.Bench.Time.PassAsync(TimeSpan.FromMilliseconds(300));
        }

        seen.Distinct().Count().ShouldBe(2, $"the pairs do not take turns: {string.Join(" ", seen)}");
    }

    [Given(@"^byte (\d+) of every sentence of (commander-\d) is lost$")]
    [Needs(Need.Line)]
    public Task LoseByte(int place, string commander) => site.Bench.Lines.LoseByteAsync(commander, place);

    [Given(@"^there is garbage on the line of (commander-\d)$")]
    [Needs(Need.Line)]
    public async Task Garbage(string commander)
    {
        await DisplayAsync(commander);
        await site.Bench.Lines.DoAsync(commander, "garbage");
        await site.Bench.Time.PassAsync(TimeSpan.FromSeconds(3));
    }

    [Given(@"^the line of (commander-\d) loses some bytes$")]
    [Needs(Need.Line)]
    public Task Lossy(string commander) => site.Bench.Lines.DoAsync(commander, "lossy");

    [Given(@"^segment ([a-gp]) of the (left|right) digit of (commander-\d) is stuck$")]
    [Needs(Need.Line)]
    public Task Stick(string segment, string digit, string commander) => site.Bench.Lines.StickAsync(commander, segment, digit);

    [When(@"^the line of (commander-\d) is mended$")]
    [Needs(Need.Line)]
    public Task Mend(string commander) => site.Bench.Lines.DoAsync(commander, "mend");

    [When(@"^the line of (commander-\d) is cut$")]
    [Needs(Need.Line)]
    public Task Cut(string commander) => site.Bench.Lines.DoAsync(commander, "cut");

    [When(@"^the line of (commander-\d) is unplugged$")]
    [Needs(Need.Line)]
    public Task Unplug(string commander) => site.Bench.Lines.DoAsync(commander, "unplug");

    [When(@"^the line of (commander-\d) is plugged in again$")]
    [Needs(Need.Line)]
    public Task Plug(string commander) => site.Bench.Lines.DoAsync(commander, "plug");

    [When(@"^the OTP is read from the status display with patience$")]
    public async Task ReadWithPatience() => await (await site.ClientAsync()).ReadSiteOtpAsync(TimeSpan.FromMinutes(2));

    [Then(@"^the OTP cannot be read: ""(.*)""$")]
    [Needs(Need.Line, "commander-1")]
    public async Task CannotBeRead(string reason)
    {
        var display = await DisplayAsync("commander-1");
        var trouble = await Should.ThrowAsync<DisplayUnreadableException>(() => display.ReadSiteOtpAsync());
        trouble.Message.ShouldContain(reason);
    }

    private async Task<CommanderDisplay> DisplayAsync(string commander) => (CommanderDisplay)await site.Bench.ProbeAsync(commander);
}
