using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Transactions, and a pairing that was removed elsewhere.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class TransactionSteps(Candidates poses)
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
    public Task OpenPairing() => poses.DoAsync(s => s.ActAsync(s.OpenPairingAsync, after: Standing.Paired));

    [When(@"^a purchase of (\d+\.\d\d) is started on the POS$")]
    public Task Pay(string amount) => poses.DoAsync(s => s.ActAsync(() => s.PayAsync(s.Pairing, amount), after: Standing.Unknown));

    [When("^the pairing is removed on the terminal$")]
    public Task Removed() => poses.DoAsync(s => s.ActAsync(
        async () =>
        {
            s.Journal.Note("remove the pairing on the terminal");
            await s.Pairing.Terminal.UnpairAsync(s.Pairing.SentNickname ?? s.Pairing.Names.PairingId);
        },
        after: Standing.Unknown));

    [Then("^the POS says so when its pairing section is opened, or before a transaction$")]
    public Task SaysSo() => poses.DoAsync(async s =>
    {
        var text = s.Description.Texts.Removed;
        await s.OpenPairingAsync();
        if (await s.Pos.ShowsAsync(text))
        {
            return;
        }

        // The seed leaves it to the POS which of the two.
        s.Journal.Note("no error on opening the pairing section");
        await s.OpenSaleAsync();
        var pays = await s.Pos.HasAsync(PosPart.Pay, s.Pairing.Names);
        if (pays)
        {
            await s.PayAsync(s.Pairing, "10.00");
        }

        Demands.Rule(pays && await s.Pos.ShowsAsync(text), $"\"{text}\" is shown neither on opening the pairing section nor before a transaction");
    });
}
