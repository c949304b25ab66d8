using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Transactions, and a pairing that was removed elsewhere.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class TransactionSteps(PosesUnderTest poses)
{
    [Given("^the POS is paired, and is where sales are made$")]
    public Task Selling() => poses.DoAsync(s => s.SellingAsync());

    [Given("^the POS is paired, and is away from its pairing section$")]
    public Task Away() => poses.DoAsync(async s =>
    {
        await s.PairedAsync();
        await s.OpenSaleAsync();
    });

    [When("^the pairing section of the POS is opened$")]
    public Task OpenPairing() => poses.DoAsync(s => s.ActAsync(s.OpenPairingAsync, after: PosPosition.Paired));

    [When(@"^a purchase of (\d+\.\d\d) is started on the POS$")]
    public Task Pay(string amount) => poses.DoAsync(s => s.ActAsync(() => s.Acts.PayAsync(s.Pairing, amount), after: PosPosition.Unknown));

    [When("^the pairing is removed on the terminal$")]
    public Task Removed() => poses.DoAsync(s => s.ActAsync(
        async () =>
        {
            s.Journal.Note("remove the pairing on the terminal");
            await s.Pairing.Terminal.UnpairAsync(s.Pairing.SentNickname ?? s.Pairing.Names.PairingId);
        },
        after: PosPosition.Unknown));

    [Then("^the POS says so when its pairing section is opened, or before a transaction$")]
    public Task SaysSo() => poses.DoAsync(async s =>
    {
        var (onOpening, beforeTransaction) = s.Removed;
        await s.ActAsync(s.OpenPairingAsync, after: PosPosition.Unknown);
        if (await s.AppearsAsync(onOpening))
        {
            return;
        }

        // The SCI integration guide leaves it to the POS which of the two.
        s.Journal.Note("no error on opening the pairing section");
        await s.OpenSaleAsync();
        var pays = await s.Pos.HasAsync(PosPart.Pay, s.Pairing.Names);
        if (pays)
        {
            await s.ActAsync(() => s.Acts.PayAsync(s.Pairing, "10.00"), after: PosPosition.Unknown);
        }

        Demands.Rule(
            pays && await s.AppearsAsync(beforeTransaction),
            $"neither comes \"{onOpening}\" on opening the pairing section nor \"{beforeTransaction}\" before a transaction");
    });
}
