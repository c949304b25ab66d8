using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>What the POS must ask of SCI.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class RequestSteps(PosesUnderTest poses)
{
    private const int Twice = 2;
    private const int Often = 8;

    [Then(@"^the POS has called (GET|POST) (/\S+) over that pairing$")]
    public Task HasCalled(string method, string path) => poses.DoAsync(async s => Demands.Rule(
        await s.Acts.HeardAsync(method, path, s.Pairing) is not null,
        $"the POS did not call {method} {path} over the pairing {s.Pairing.Names.Nickname}"));

    [Then("^each request has gone to the base URL of its pairing$")]
    public Task OwnBaseUrls() => poses.DoAsync(async s =>
    {
        foreach (var pairing in s.Pairings)
        {
            var heard = await s.Acts.HeardAsync("GET", "/v1/pairing-info", pairing);
            Demands.Ground(heard is not null, $"pairing-info was not called over {pairing.Names.Nickname}");
            Demands.Rule(
                heard.Server == pairing.Tenant,
                $"{pairing.Names.Nickname} has a base URL at {pairing.Tenant}, but the POS called {heard.Server}, "
                + "so it does not store the base URL per pairing");
        }
    });

    [Then(@"^the POS has called GET (/\S+) over that pairing, each time that it is opened$")]
    public Task CalledEachTime(string path) => poses.DoAsync(async s =>
    {
        // Once may be the chance of a timer. A POS without another screen can't be opened again.
        var times = !s.Description.Has(PosPart.SaleScreen) ? 1 : await s.Acts.AsksByItselfAsync() ? Often : Twice;
        for (var time = 1; ; time++)
        {
            Demands.Rule(
                await s.Acts.HeardAsync("GET", path, s.Pairing) is not null,
                $"the POS did not call GET {path} over the pairing {s.Pairing.Names.Nickname}"
                + (time > 1 ? $" when it was opened time {time}: what came before came by itself" : ""));
            if (time == times)
            {
                break;
            }

            await s.OpenSaleAsync();
            await s.ActAsync(s.OpenPairingAsync, after: PosPosition.Paired);
        }
    });

    [Then(@"^the POS has called GET (/\S+) over that pairing before POST (/\S+)$")]
    public Task CalledBefore(string first, string then) => poses.DoAsync(async s =>
    {
        await CalledBeforeAsync(s, first, then);
        for (var time = 2; time <= Often && await s.Acts.AsksByItselfAsync(); time++)
        {
            s.Journal.Note($"the POS calls {first} by itself too, so what came before the payment may be chance: once more");
            s.Position = PosPosition.Unknown;
            await s.SellingAsync();
            await s.ActAsync(() => s.Acts.PayAsync(s.Pairing, "10.00"), after: PosPosition.Unknown);
            await CalledBeforeAsync(s, first, then);
        }
    });

    private static async Task CalledBeforeAsync(Fixture s, string first, string then)
    {
        var sold = await s.Acts.HeardAsync("POST", then, s.Pairing);
        var asked = s.Acts.Heard.TakeWhile(h => h.Path != then).Any(h => h.Path == first && h.KeyId == s.Pairing.KeyId);
        Demands.Ground(sold is not null || asked, $"the payment called neither {first} nor {then}");
        Demands.Rule(asked, $"POST {then} was called without GET {first} between the payment and it");
    }
}
