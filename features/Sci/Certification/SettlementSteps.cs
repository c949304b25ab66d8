using System.Text.Json;
using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>What a POS asks of the terminal's takings.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class SettlementSteps(PosesUnderTest poses)
{
    private const string Enquiry = "settlement enquiry";

    [Given("^the maker declares the (settlement|settlement enquiry)$")]
    public Task Declares(string name) => poses.DoAsync(s =>
    {
        Demands.Concern(s.Capabilities.Settlements.Contains(Kind(name).Kind), $"the maker does not declare the {name}");
        return Task.CompletedTask;
    });

    [When("^a (settlement|settlement enquiry) is started on the POS$")]
    public Task Start(string name) => poses.DoAsync(async s =>
    {
        var start = Kind(name).Start;
        Demands.Rule(
            await s.Pos.HasAsync(start, s.Pairing.Names), $"the maker declares the {name}, but the POS has nothing that starts it");
        await s.ActAsync(() => s.Acts.StartAsync(start, s.Pairing, null), after: PosPosition.Unknown);
    });

    [Then("^the POS has asked for the type (SETTLEMENT|ENQUIRY)$")]
    public Task AskedFor(string type) => poses.DoAsync(async s =>
    {
        var heard = await s.Acts.HeardAsync("POST", SaleSteps.Settlements, s.Pairing);
        Demands.Ground(heard is not null, "the POS did not ask for a settlement");
        Demands.Rule(Type(heard) == type, $"the POS should ask with the type {type}, and asks for: {heard.Body}");
    });

    [When("^the terminal tells its totals$")]
    public Task Tells() => poses.DoAsync(async s =>
    {
        await s.StartedAsync(SaleSteps.Settlements);
        await s.PressOnTerminalAsync("Settle");
    });

    [Then("^the POS shows that the (settlement|settlement enquiry) is complete$")]
    public Task IsComplete(string name) => poses.DoAsync(async s =>
    {
        var text = s.Pairing.Names.In(name == Enquiry ? s.Description.Texts.Enquired : s.Description.Texts.Settled)!;
        Demands.Rule(await s.IsToldAsync("\"result_financial_status\":\"APPROVED\""), $"the POS did not ask SCI how the {name} ended");
        Demands.Rule(await s.AppearsAsync(text), $"\"{text}\" is not shown, or was before");
        s.Position = PosPosition.Ended;
    });

    /// <summary>What a request asks for; "" when it does not say.</summary>
    internal static string Type(PosRequest heard)
    {
        using var body = JsonDocument.Parse(heard.Body is { Length: > 0 } text ? text : "{}");
        return body.RootElement.TryGetProperty("type", out var type) ? type.ToString() : "";
    }

    private static (PosSettlement Kind, PosPart Start) Kind(string name) =>
        name == Enquiry ? (PosSettlement.Enquiry, PosPart.Enquire) : (PosSettlement.Settlement, PosPart.Settle);
}
