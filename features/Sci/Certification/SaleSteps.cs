using System.Text.Json;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Transactions that the maker declares, up to their result, and those that SCI refuses.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class SaleSteps(PosesUnderTest poses)
{
    private const string Transactions = "/v1/transactions";
    private const string Accept = "Accept signature";

    private static readonly TimeSpan AsksAgain = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, (PosTransaction Kind, PosPart Start)> Kinds = new(StringComparer.Ordinal)
    {
        ["refund"] = (PosTransaction.Refund, PosPart.Refund),
        ["cash-out"] = (PosTransaction.CashOut, PosPart.CashOut),
        ["MOTO purchase"] = (PosTransaction.Moto, PosPart.Moto),
    };

    private static readonly Dictionary<string, PosTransaction> Wire = new(StringComparer.Ordinal)
    {
        ["purchase_details"] = PosTransaction.Purchase,
        ["refund_details"] = PosTransaction.Refund,
        ["cashout_details"] = PosTransaction.CashOut,
        ["purchase_with_cashout_details"] = PosTransaction.PurchaseWithCashOut,
        ["moto_details"] = PosTransaction.Moto,
    };

    [Given("^the maker declares the (refund|cash-out|MOTO purchase)$")]
    public Task Declares(string name) => poses.DoAsync(s =>
    {
        var word = PosCapabilities.Word(Kinds[name].Kind);
        Demands.Concern(s.Capabilities.Transactions.Contains(Kinds[name].Kind), $"the maker does not declare {word}");
        return Task.CompletedTask;
    });

    [Given("^the terminal is busy$")]
    public Task Busy() => poses.DoAsync(s => s.ChooseAsync("Outcomes", "Play busy"));

    [Given("^the terminal is offline$")]
    public Task Offline() => poses.DoAsync(s =>
    {
        s.Journal.Note("switch the terminal offline");
        return s.Pairing.Terminal.Panel.PressWhenOfferedAsync("Go offline");
    });

    [When(@"^a (refund|cash-out|MOTO purchase) of (\d+\.\d\d) is started on the POS$")]
    public Task Start(string name, string amount) => poses.DoAsync(async s =>
    {
        var (kind, start) = Kinds[name];
        Demands.Rule(
            await s.Pos.HasAsync(start, s.Pairing.Names),
            $"the maker declares {PosCapabilities.Word(kind)}, but the POS has nothing that starts it");
        await s.ActAsync(() => s.Acts.StartAsync(start, s.Pairing, amount), after: PosPosition.Unknown);
    });

    [When("^it is (approved|declined|cancelled) on the terminal$")]
    public Task End(string how) => poses.DoAsync(async s =>
    {
        var button = how switch { "approved" => "Approve", "declined" => "Decline", _ => "Cancel" };
        Demands.Ground(
            await s.Acts.HeardAsync("POST", Transactions, s.Pairing) is { Status: 200 or 201 }, "the POS did not start a transaction");
        await s.ActAsync(() => PressOnTerminalAsync(s, button), after: PosPosition.Unknown);
    });

    [Then(@"^the POS has asked for (\w+_details) with (\w+) (\d+)$")]
    public Task AskedFor(string details, string amount, int cents) => poses.DoAsync(async s =>
    {
        var heard = await s.Acts.HeardAsync("POST", Transactions, s.Pairing);
        Demands.Ground(heard is not null, "the POS did not start a transaction");
        using var body = JsonDocument.Parse(heard.Body ?? "{}");
        var given = body.RootElement.EnumerateObject().Where(p => Wire.ContainsKey(p.Name)).ToList();
        Demands.Rule(
            given is [var one] && one.Name == details && one.Value.TryGetProperty(amount, out var sent) && sent.GetRawText() == $"{cents}",
            $"the POS should ask for {details} with {amount} {cents}, and asks for: {heard.Body}");
    });

    [Then("^the POS shows that it was (approved|declined|cancelled)$")]
    public Task ShowsResult(string how) => poses.DoAsync(async s =>
    {
        var texts = s.Description.Texts;
        var text = how switch { "approved" => texts.Approved, "declined" => texts.Declined, _ => texts.Cancelled };
        var word = $"\"result_financial_status\":\"{how.ToUpperInvariant()}\"";
        Demands.Rule(
            await IsToldAsync(s, word), "the POS did not ask SCI how the transaction ended");
        Demands.Rule(await s.AppearsAsync(s.Pairing.Names.In(text)!), $"\"{text}\" is not shown, or was before");
        s.Position = PosPosition.Ended;
    });

    [When("^the customer signs$")]
    public Task Sign() => poses.DoAsync(async s =>
    {
        var heard = await s.Acts.HeardAsync("POST", Transactions, s.Pairing);
        Demands.Ground(heard is { Status: 200 or 201 }, "the POS did not start a transaction");
        Demands.Concern(
            heard.Body?.Contains("\"verify_signature_on_terminal\":true", StringComparison.Ordinal) != true,
            "the POS has signatures judged on the terminal");
        await s.ActAsync(() => PressOnTerminalAsync(s, "Signature"), after: PosPosition.Unknown);
    });

    [Then("^the POS offers to accept and to reject the signature$")]
    public Task OffersSignature() => poses.DoAsync(async s =>
    {
        Demands.Rule(
            await IsToldAsync(s, "AWAITING_POS"), "the POS did not ask SCI how the transaction goes on");
        Demands.Rule(
            await s.Pos.HasAsync(PosPart.FormButton, PairingNames.Of(Accept))
            && await s.Pos.HasAsync(PosPart.FormButton, PairingNames.Of("Reject signature")),
            "the POS does not show the buttons of the form");
    });

    [When("^the signature is accepted on the POS$")]
    public Task AcceptSignature() => poses.DoAsync(s => s.ActAsync(() => s.Acts.PressAsync(Accept), after: PosPosition.Unknown));

    [When("^the POS is restarted in the middle of it$")]
    public Task RestartInTheMiddle() => poses.DoAsync(async s =>
    {
        Demands.Ground(
            await s.Acts.HeardAsync("POST", Transactions, s.Pairing) is { Status: 200 or 201 }, "the POS did not start a transaction");
        await s.Acts.RestartAsync();
    });

    [When("^the network between the POS and SCI works again, for two minutes$")]
    public Task WorksAgain() => poses.DoAsync(async s =>
    {
        s.Journal.Note("mend the network between POS and SCI");
        var since = s.Site.Heard.Count;
        s.Site.BreakNetwork(false);
        await s.Pos.Clock.PassAsync(
            TimeSpan.FromMinutes(2),
            () => s.Site.Heard.Since(since).Any(h => h.Answer?.Contains("FINALISED", StringComparison.Ordinal) == true));
    });

    [Then("^the POS offers no transaction that is not declared$")]
    public Task OffersDeclared() => poses.DoAsync(async s =>
    {
        foreach (var (kind, start) in Kinds.Values.Where(k => !s.Capabilities.Transactions.Contains(k.Kind)))
        {
            Demands.Rule(
                s.Description.Is == PosWay.Operator || !await s.Pos.HasAsync(start, s.Pairing.Names),
                $"the POS offers {PosCapabilities.Word(kind)}, which is not declared");
        }
    });

    [Then("^the POS has never asked for a transaction that is not declared$")]
    public Task AskedDeclared() => poses.DoAsync(s =>
    {
        foreach (var heard in s.Site.Heard.Since(0).Where(h => h is { Method: "POST", Path: Transactions, Body: not null }))
        {
            using var body = JsonDocument.Parse(heard.Body!);
            var undeclared = body.RootElement.EnumerateObject().Select(p => p.Name)
                .FirstOrDefault(name => Wire.TryGetValue(name, out var kind) && !s.Capabilities.Transactions.Contains(kind));
            Demands.Rule(undeclared is null, $"the POS has asked for {undeclared}, which is not declared");
        }

        return Task.CompletedTask;
    });

    /// <summary>Whether SCI has answered the POS so. One whose poll has failed asks again after a while of its own clock.</summary>
    private static async Task<bool> IsToldAsync(Fixture s, string word)
    {
        if (!await s.Pos.NewsAsync(Told))
        {
            await s.Pos.Clock.PassAsync(AsksAgain, Told);
        }

        return await s.Pos.NewsAsync(Told);

        bool Told() => s.Acts.Heard.Any(h => h.Answer?.Contains(word, StringComparison.Ordinal) == true);
    }

    private static Task PressOnTerminalAsync(Fixture s, string button)
    {
        s.Journal.Note($"press {button} on the terminal");
        return s.Pairing.Terminal.Panel.PressWhenOfferedAsync(button);
    }
}
