using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>Steps about somebody who sits on a workstation's cable and plays the Commander.</summary>
[Binding]
public sealed class FalseCommanderSteps(CommanderSite site)
{
    /// <summary>How many other OTPs are tried: a search through all 15^6 would go no other way.</summary>
    private const int OthersTried = 200;

    /// <summary>As good a guess as any.</summary>
    private const string Guess = "AC0dEF";

    private FalseCommander? man;

    [AfterScenario]
    public ValueTask Leave() => man?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Given(@"^a false Commander that guesses an OTP sits on the cable of (pos-\d)$")]
    [Needs(Need.Cable)]
    public Task Guesses(string id) => SitAsync(id, Guess);

    [Given(@"^a false Commander that passes on the proof with a request of its own sits on the cable of (pos-\d)$")]
    [Needs(Need.Cable)]
    public Task PassesOn(string id) => SitAsync(id, null);

    [When(@"^(pos-\d) is paired in vain (\d) times$")]
    public async Task InVain(string id, int times)
    {
        for (var time = 1; time <= times; time++)
        {
            await site.PairAsync(id);
            await (await site.Bench.PanelAsync(id)).WaitUntilItSaysAsync("Unable to pair, please try again");
        }
    }

    [When(@"^the OTP is retrieved, and the false Commander happens to guess it$")]
    public async Task HappensToGuess()
    {
        await site.NoteOtpAsync();
        man!.Guess = site.NotedOtp;
    }

    [Then(@"^the OTP fits what the false Commander has heard$")]
    public void TheOtpFits() => man!.Fits(site.NotedOtp).ShouldBeTrue();

    [Then(@"^no OTP fits what the false Commander has heard$")]
    public void NoneFits()
    {
        var random = new Random(site.NotedOtp.GetHashCode(StringComparison.Ordinal));
        var others = Enumerable.Range(0, OthersTried)
            .Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => "0123456789ACdEF"[random.Next(15)])));

        others.Prepend(site.NotedOtp).Where(man!.Fits).ShouldBeEmpty();
    }

    [Then(@"^the false Commander is refused with ""(.*)""$")]
    public void IsRefused(string code) => man!.LastAnswer.ShouldStartWith(code);

    private async Task SitAsync(string id, string? guess)
    {
        man = await FalseCommander.StartAsync(guess);
        await site.Bench.Cables.DivertAsync(id, man.Place);
    }
}
