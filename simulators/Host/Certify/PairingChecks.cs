using PairingLab.Drivers.Certification;

namespace PairingLab.Host.Certify;

/// <summary>Rules about a pairing that is being made.</summary>
internal static class PairingChecks
{
    public static async Task ConfirmationCodeAsync(Stage stage)
    {
        var pairing = await stage.UnderWayAsync();
        Rule.Demands(await stage.Pos.ShowsAsync(pairing.ConfirmationCode), "the confirmation code, which the terminal shows too, is not shown");
    }

    public static async Task CancelButtonAsync(Stage stage)
    {
        await stage.UnderWayAsync();
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Cancel), "there is no Cancel button while the pairing is being made");
    }

    public static async Task CancelUnpairsAsync(Stage stage)
    {
        var pairing = await stage.UnderWayAsync();
        stage.Standing = Standing.Unknown;
        var before = stage.Site.Heard.Count;
        await stage.PressAsync(PosPart.Cancel);
        Rule.Demands(await stage.HeardAsync(before, "POST", "/v1/unpair", pairing) is not null, "Cancel did not call POST /v1/unpair");
        Rule.Demands(await stage.Pos.LacksAsync(PosPart.Unpair, pairing.Names), "Cancel has left a record of the pairing");
        Rule.Demands(await stage.Pos.HidesAsync(pairing.Names.PairingId), "Cancel has left a record of the pairing: its id is still shown");
        await stage.OpenSaleAsync();
        var after = stage.Site.Heard.Count;
        await stage.OpenPairingAsync();
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Code), "after Cancel no code can be entered");
        Rule.Demands(
            !stage.Site.Heard.Since(after).Any(h => h.KeyId == pairing.KeyId), "Cancel has left a record of the pairing: opening the pairing section asks for it");
        stage.Standing = Standing.Unpaired;
    }

    public static async Task TestButtonAsync(Stage stage)
    {
        var pairing = await stage.UnderWayAsync();
        stage.Standing = Standing.Unknown;
        await stage.ConfirmAsync(pairing);
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Test), "there is no test button");
        var before = stage.Site.Heard.Count;
        await stage.PressAsync(PosPart.Test);
        Rule.Demands(await stage.HeardAsync(before, "GET", "/v1/pairing-info", pairing) is { Status: 200 } heard, "the test button did not call GET /v1/pairing-info");
        stage.Standing = Standing.JustPaired;
    }
}
