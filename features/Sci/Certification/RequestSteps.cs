namespace PairingLab.Features.Sci.Certification;

/// <summary>What the POS must ask of SCI.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class RequestSteps(Candidates poses)
{
    [Then(@"^the POS has called (GET|POST) (/\S+) over that pairing$")]
    public Task HasCalled(string method, string path) => poses.DoAsync(async s => Demands.Rule(
        await s.HeardAsync(method, path, s.Pairing) is not null, $"the POS did not call {method} {path} over the pairing {s.Pairing.Names.Nickname}"));

    [Then("^each request has gone to the base URL of its pairing$")]
    public Task OwnBaseUrls() => poses.DoAsync(async s =>
    {
        foreach (var pairing in s.Pairings)
        {
            var heard = await s.HeardAsync("GET", "/v1/pairing-info", pairing);
            Demands.Ground(heard is not null, $"pairing-info was not called over {pairing.Names.Nickname}");
            Demands.Rule(
                heard.Server == pairing.Tenant,
                $"{pairing.Names.Nickname} has a base URL at {pairing.Tenant}, but the POS called {heard.Server}, so it does not store the base URL per pairing");
        }
    });

    [Then(@"^the POS has called GET (/\S+) over that pairing before POST (/\S+)$")]
    public Task CalledBefore(string first, string then) => poses.DoAsync(async s =>
    {
        var sold = await s.HeardAsync("POST", then, s.Pairing);
        var asked = s.Heard.TakeWhile(h => h.Path != then).Any(h => h.Path == first && h.KeyId == s.Pairing.KeyId);
        Demands.Ground(sold is not null || asked, $"the payment called neither {first} nor {then}");
        Demands.Rule(asked, $"POST {then} was called without GET {first} before it");
    });
}
