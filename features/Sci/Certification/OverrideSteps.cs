using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Sci.Certification;

/// <summary>The override: the merchant says how a transaction ended, since SCI does not. Both edges of the time are looked at.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class OverrideSteps(PosesUnderTest poses)
{
    private const string TakesCard = "Waiting for the customer's card";

    [Given("^the terminal asks for a tip$")]
    public Task AsksTip() => poses.DoAsync(s => s.ChooseAsync("Tipping", "On the terminal"));

    [Given("^the terminal takes its time$")]
    public Task TakesTime() => poses.DoAsync(s => s.ChooseAsync("Outcomes", "Play time out"));

    [When(@"^a purchase of (\d+\.\d\d) is started on the POS, and its clock is the lab's$")]
    public Task StartHeld(string amount) => poses.DoAsync(async s =>
    {
        // From here on the machine's slowness is no time of the POS's, as far as its clock can be held.
        await s.Pos.Clock.HoldAsync();
        await s.ActAsync(() => s.Acts.PayAsync(s.Pairing, amount), after: PosPosition.Unknown);
        Demands.Ground(
            await s.Acts.HeardAsync("POST", "/v1/transactions", s.Pairing) is { Status: 200 or 201 },
            "the POS did not start a transaction");
    });

    [When(@"^the customer answers (\d+) seconds later, and the POS hears of it$")]
    public Task Answers(int seconds) => poses.DoAsync(async s =>
    {
        if (s.Acts.Heard.Any(h => h.Body?.Contains("\"tip_amount\"", StringComparison.Ordinal) == true))
        {
            return; // a POS that gives the tip leaves nothing to be asked
        }

        s.Journal.Note($"{seconds} s pass");
        await s.Pos.Clock.PassAsync(TimeSpan.FromSeconds(seconds), () => false);
        await s.Pairing.Terminal.Panel.PressWhenOfferedAsync("No tip");
        Demands.Rule(
            await s.Pos.NewsAsync(() => s.Acts.Heard.Any(h => h.Answer?.Contains(TakesCard, StringComparison.Ordinal) == true)),
            "the POS did not ask SCI how the transaction goes on");
        Demands.Ground(await s.Pos.ShowsAsync(TakesCard), "the POS does not show the message of the transaction");
    });

    [When("^the transaction is cancelled on the POS$")]
    public Task Cancel() => poses.DoAsync(async s =>
    {
        var since = s.Site.Heard.Count;
        Demands.Ground(await s.Pos.NewsAsync(() => s.Acts.Heard.Any(h => h.Answer?.Contains(TakesCard, StringComparison.Ordinal) == true)),
            "the POS did not ask SCI how the transaction goes on");
        await s.Acts.PressAsync("Cancel");
        Demands.Ground(
            await s.Pos.UntilAsync(() => s.Site.Heard.Since(since).Any(h => h.Path.EndsWith("/cancel", StringComparison.Ordinal))),
            "Cancel did not call SCI");
    });

    [Then(@"^the POS offers the override (\d+) seconds after (the last answer|Cancel), and not before$")]
    public Task Offers(int seconds, string since) => poses.DoAsync(async s =>
    {
        var (clock, edge) = (s.Pos.Clock, TimeSpan.FromSeconds(seconds));
        await clock.PassAsync(edge - clock.Tolerance, () => false);
        s.Journal.Note($"{(edge - clock.Tolerance).TotalSeconds} s passed after {since}");
        Demands.Rule(await s.Pos.LacksAsync(PosPart.OverrideYes), $"the override is offered sooner than {seconds} s after {since}");
        await clock.PassAsync(2 * clock.Tolerance, () => false);
        s.Journal.Note($"{(edge + clock.Tolerance).TotalSeconds} s passed after {since}");
        Demands.Rule(
            await s.Pos.HasAsync(PosPart.OverrideYes) && await s.Pos.HasAsync(PosPart.OverrideNo),
            $"the override is not offered {(edge + clock.Tolerance).TotalSeconds} s after {since}");
    });

    [When("^the merchant says that it was successful$")]
    public Task Yes() => poses.DoAsync(s => s.Acts.PressAsync(PosPart.OverrideYes));

    [Then("^the POS asks no more$")]
    public Task AsksNoMore() => poses.DoAsync(async s => Demands.Rule(
        await s.Pos.LacksAsync(PosPart.OverrideYes), "the override is still offered after the merchant's answer"));

    [When("^the network between the POS and SCI works again$")]
    public Task Mended() => poses.DoAsync(async s =>
    {
        s.Journal.Note("mend the network between POS and SCI");
        s.Site.BreakNetwork(false);
        await s.Pos.Clock.ReleaseAsync();
        s.Position = PosPosition.Unknown;
    });
}
