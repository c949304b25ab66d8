using PairingLab.Drivers.Certification;

namespace PairingLab.Host.Certify;

/// <summary>Rules about a paired POS.</summary>
internal static class PairedChecks
{
    public static async Task SuccessMessageAsync(Stage stage)
    {
        await stage.JustPairedAsync();
        Rule.Demands(await stage.Pos.ShowsAsync(stage.Description.Texts.Success), $"the success message \"{stage.Description.Texts.Success}\" is not shown");
    }

    public static async Task NicknameAndIdAsync(Stage stage)
    {
        var pairing = await stage.JustPairedAsync();
        Rule.Demands(pairing.SentNickname is null || await stage.Pos.ShowsAsync(pairing.Names.Nickname), $"the pairing nickname {pairing.Names.Nickname} is not shown");
        Rule.Demands(await stage.Pos.ShowsAsync(pairing.Names.PairingId), $"the pairing id {pairing.Names.PairingId} is not shown");
    }

    public static async Task TidAndTerminalAsync(Stage stage)
    {
        var pairing = await stage.JustPairedAsync();
        Rule.Demands(await stage.Pos.ShowsAsync(pairing.Names.Tid), $"the TID {pairing.Names.Tid} is not shown");
        Rule.Demands(await stage.Pos.ShowsAsync(pairing.TerminalNickname), $"the terminal nickname {pairing.TerminalNickname} is not shown");
    }

    public static async Task StoredAsync(Stage stage)
    {
        var pairing = await stage.PairedAsync();
        stage.Standing = Standing.Unknown;
        stage.Journal.Note("restart the POS");
        await stage.Pos.RestartAsync();
        var before = stage.Site.Heard.Count;
        await stage.OpenPairingAsync();
        var known = stage.Description.Has(PosPart.TestPairing) ? await stage.Pos.HasAsync(PosPart.TestPairing, pairing.Names) : await stage.Pos.ShowsAsync(pairing.Names.PairingId);
        Rule.Demands(known, "after a restart the POS does not know the pairing any more");
        if (stage.Description.Has(PosPart.TestPairing))
        {
            before = stage.Site.Heard.Count;
            await stage.PressAsync(PosPart.TestPairing, pairing);
        }

        Rule.Demands(
            await stage.HeardAsync(before, "GET", "/v1/pairing-info", pairing) is { Status: 200 }, "after a restart the POS can't call pairing-info over the pairing: key id, secret or base URL is lost");
        stage.Standing = Standing.Paired;
    }

    public static async Task CheckedOnOpeningAsync(Stage stage)
    {
        var pairing = await stage.PairedAsync();
        stage.Standing = Standing.Unknown;
        await stage.OpenSaleAsync();
        var before = stage.Site.Heard.Count;
        await stage.OpenPairingAsync();
        stage.Standing = Standing.Paired;
        Rule.Demands(await stage.HeardAsync(before, "GET", "/v1/pairing-info", pairing) is not null, "opening the pairing section did not call GET /v1/pairing-info");
    }

    public static async Task NoSecretsAsync(Stage stage)
    {
        var shown = await stage.Pos.ShowsSecretAsync(stage.Journal.Secrets);
        stage.Journal.Note($"{stage.Journal.Looked} screens were searched, the fields of each too");
        Rule.Demands(!shown && stage.Journal.SecretsShown == 0, $"an API key or a signing secret can be seen or edited (on {Math.Max(1, stage.Journal.SecretsShown)} of {stage.Journal.Looked} screens)");
    }
}
