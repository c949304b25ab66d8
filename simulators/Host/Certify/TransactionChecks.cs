using PairingLab.Drivers.Certification;

namespace PairingLab.Host.Certify;

/// <summary>Rules about transactions, and about a pairing that was removed elsewhere.</summary>
internal static class TransactionChecks
{
    private const string NoActivePairings = "No active pairings found";

    public static async Task CheckedBeforeAsync(Stage stage)
    {
        var pairing = await ReadyToSellAsync(stage);
        var before = stage.Site.Heard.Count;
        await stage.PayAsync(pairing);
        var sold = await stage.HeardAsync(before, "POST", "/v1/transactions", pairing);
        var asked = stage.Site.Heard.Since(before).TakeWhile(h => h.Path != "/v1/transactions").Any(h => h.Path == "/v1/pairing-info" && h.KeyId == pairing.KeyId);
        if (sold is { Status: < 300 })
        {
            stage.Journal.Note("cancel the purchase on the terminal");
            await pairing.Terminal.FinishPurchaseAsync("Cancel");
        }
        else if (sold is null && !asked)
        {
            throw new NotReachedException("the payment neither called pairing-info nor transactions");
        }

        Rule.Demands(asked, "POST /v1/transactions was called without GET /v1/pairing-info before it");
    }

    public static async Task RemovedElsewhereAsync(Stage stage)
    {
        var pairing = await RemovedAsync(stage);
        await stage.OpenPairingAsync();
        if (await stage.Pos.ShowsAsync(stage.Description.Texts.Removed))
        {
            return;
        }

        // The seed leaves it to the POS: on opening the pairing section, or before a transaction.
        stage.Journal.Note("no error on opening the pairing section");
        await stage.OpenSaleAsync();
        var told = false;
        if (await stage.Pos.HasAsync(PosPart.Pay, pairing.Names))
        {
            await stage.PayAsync(pairing);
            told = await stage.Pos.ShowsAsync(stage.Description.Texts.Removed);
        }

        Rule.Demands(told, $"\"{stage.Description.Texts.Removed}\" is shown neither on opening the pairing section nor before a transaction");
    }

    public static async Task ExactTextAsync(Stage stage)
    {
        var pairing = await RemovedAsync(stage);
        await stage.PayAsync(pairing);
        Rule.Demands(await stage.Pos.ShowsAsync(NoActivePairings), $"a transaction over a pairing that is gone does not show \"{NoActivePairings}\"");
    }

    private static async Task<MadePairing> ReadyToSellAsync(Stage stage)
    {
        if (!stage.Description.Has(PosPart.Pay) || !stage.Description.Has(PosPart.Amount))
        {
            throw new NotReachedException("the description says nothing of sales (amount, pay)");
        }

        var pairing = await stage.PairedAsync();
        stage.Standing = Standing.Unknown;
        await stage.OpenSaleAsync();
        return pairing;
    }

    private static async Task<MadePairing> RemovedAsync(Stage stage)
    {
        var pairing = await stage.PairedAsync();
        stage.Standing = Standing.Unknown;
        await stage.OpenSaleAsync();
        stage.Journal.Note("remove the pairing on the terminal");
        await pairing.Terminal.UnpairAsync(pairing.SentNickname ?? pairing.Names.PairingId);
        return pairing;
    }
}
