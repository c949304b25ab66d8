using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Rules about a pairing that is made, kept and ended on the POS.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class PairingSteps(PosesUnderTest poses)
{
    [Given("^the POS has sent the pairing code of a terminal$")]
    public Task UnderWay() => poses.DoAsync(s => s.UnderWayAsync());

    [Given("^the merchant has confirmed on the terminal$")]
    public Task Confirmed() => poses.DoAsync(s => s.ActAsync(() => s.ConfirmAsync(s.Pairing), after: PosPosition.Unknown));

    [Given("^the POS has just been paired$")]
    public Task JustPaired() => poses.DoAsync(s => s.JustPairedAsync());

    [Given("^the POS is paired$")]
    public Task Paired() => poses.DoAsync(s => s.PairedAsync());

    [Given("^the POS is paired with two terminals whose base URLs differ$")]
    public Task PairedTwice() => poses.DoAsync(s => s.PairedTwiceAsync());

    [When("^the test button is pressed$")]
    public Task Test() => poses.DoAsync(s => s.ActAsync(() => s.Acts.PressAsync(PosPart.Test), after: PosPosition.JustPaired));

    [When("^the pairing is cancelled on the POS$")]
    public Task Cancel() => poses.DoAsync(s => s.ActAsync(() => s.Acts.PressAsync(PosPart.Cancel), after: PosPosition.Unpaired));

    [When("^the POS is restarted, and its pairing section is opened$")]
    public Task Restart() => poses.DoAsync(s => s.ActAsync(
        async () =>
        {
            await s.Acts.RestartAsync();
            await s.OpenPairingAsync();
        },
        after: PosPosition.Paired));

    [When("^each pairing is tested$")]
    public Task TestEach() => poses.DoAsync(s => s.ActAsync(
        async () =>
        {
            foreach (var pairing in s.Pairings)
            {
                await s.AskAsync(pairing);
            }
        },
        after: PosPosition.Paired));

    [When("^the Unpair button of the second pairing is pressed$")]
    public Task UnpairSecond() => poses.DoAsync(s =>
        s.ActAsync(() => s.Acts.PressAsync(PosPart.Unpair, s.Pairing), after: PosPosition.Unknown));

    [When("^the POS unpairs, and is answered 204$")]
    public Task Unpair() => poses.DoAsync(async s =>
    {
        await s.ActAsync(() => s.Acts.PressAsync(PosPart.Unpair, s.Pairing), after: PosPosition.Unpaired);
        Demands.Ground(
            await s.Acts.HeardAsync("POST", "/v1/unpair", s.Pairing) is { Status: 204 },
            "POST /v1/unpair was not called, or not answered 204");
    });

    [Then("^the POS still has that pairing$")]
    public Task StillThere() => poses.DoAsync(async s => Demands.Rule(
        s.Description.Has(PosPart.TestPairing)
            ? await s.Pos.HasAsync(PosPart.TestPairing, s.Pairing.Names)
            : await s.Pos.ShowsAsync(s.Pairing.Names.PairingId),
        "after a restart the POS does not know the pairing any more"));

    [Then("^the POS can call GET /v1/pairing-info over that pairing$")]
    public Task CanCall() => poses.DoAsync(async s =>
    {
        if (s.Description.Has(PosPart.TestPairing))
        {
            await s.ActAsync(() => s.Acts.PressAsync(PosPart.TestPairing, s.Pairing), after: PosPosition.Paired);
        }

        Demands.Rule(
            await s.Acts.HeardAsync("GET", "/v1/pairing-info", s.Pairing) is { Status: 200 },
            "after a restart the POS can't call pairing-info over the pairing: key id, secret or base URL is lost");
    });

    [Then("^the POS shows that pairing no more$")]
    public Task Hides() => poses.DoAsync(async s => Demands.Rule(
        await s.Pos.HidesAsync(s.Pairing.Names.PairingId),
        "after 204 No Content the pairing is still shown"));

    [Then("^the POS has no record of that pairing$")]
    public Task NoRecord() => poses.DoAsync(async s =>
    {
        Demands.Rule(await s.Pos.LacksAsync(PosPart.Unpair, s.Pairing.Names), "Cancel has left a record of the pairing");
        Demands.Rule(await s.Pos.HidesAsync(s.Pairing.Names.PairingId), "Cancel has left a record of the pairing: its id is still shown");
        await s.OpenSaleAsync();
        await s.ActAsync(s.OpenPairingAsync, after: PosPosition.Unpaired);
        Demands.Rule(await s.Pos.HasAsync(PosPart.Code), "after Cancel no code can be entered");
        Demands.Rule(
            !s.Acts.Heard.Any(h => h.KeyId == s.Pairing.KeyId),
            "Cancel has left a record of the pairing: opening the pairing section asks for it");
    });
}
