using PairingLab.Drivers.Certification;

namespace PairingLab.Host.Certify;

/// <summary>Rules about several pairings, and about removing them on the POS.</summary>
internal static class UnpairingChecks
{
    public static async Task BaseUrlAsync(Stage stage)
    {
        foreach (var pairing in await stage.PairedTwiceAsync())
        {
            var before = stage.Site.Heard.Count;
            await AskAsync(stage, pairing);
            var heard = await stage.HeardAsync(before, "GET", "/v1/pairing-info", pairing) ?? throw new NotReachedException($"pairing-info was not called over {pairing.Names.Nickname}");
            Rule.Demands(
                heard.Server == pairing.Tenant, $"{pairing.Names.Nickname} has a base URL at {pairing.Tenant}, but the POS called {heard.Server}, so it does not store the base URL per pairing");
        }
    }

    public static async Task UnpairButtonAsync(Stage stage)
    {
        var pairings = await stage.PairedTwiceAsync();
        foreach (var pairing in pairings)
        {
            Rule.Demands(await stage.Pos.HasAsync(PosPart.Unpair, pairing.Names), $"there is no Unpair button for {pairing.Names.Nickname}");
        }

        stage.Standing = Standing.Unknown;
        var before = stage.Site.Heard.Count;
        await stage.PressAsync(PosPart.Unpair, pairings[1]);
        Rule.Demands(await stage.HeardAsync(before, "POST", "/v1/unpair", pairings[1]) is not null, $"the Unpair button of {pairings[1].Names.Nickname} did not call POST /v1/unpair over that pairing");
    }

    public static async Task UnpairedStateAsync(Stage stage)
    {
        var pairing = await stage.PairedAsync();
        stage.Standing = Standing.Unknown;
        var before = stage.Site.Heard.Count;
        await stage.PressAsync(PosPart.Unpair, pairing);
        if (await stage.HeardAsync(before, "POST", "/v1/unpair", pairing) is not { Status: 204 })
        {
            throw new NotReachedException("POST /v1/unpair was not called, or not answered 204");
        }

        Rule.Demands(await stage.Pos.HidesAsync(pairing.Names.PairingId), "after 204 No Content the pairing is still shown");
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Code), "after 204 No Content no pairing code can be entered");
        stage.Standing = Standing.Unpaired;
    }

    /// <summary>Makes the POS ask over a pairing: by its test button, or by opening the pairing section.</summary>
    private static async Task AskAsync(Stage stage, MadePairing pairing)
    {
        if (stage.Description.Has(PosPart.TestPairing))
        {
            await stage.PressAsync(PosPart.TestPairing, pairing);
        }
        else
        {
            await stage.OpenSaleAsync();
            await stage.OpenPairingAsync();
        }
    }
}
