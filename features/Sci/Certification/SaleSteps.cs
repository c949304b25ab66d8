using System.Text.Json;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Transactions that the maker declares, up to their result, and those that SCI refuses.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class SaleSteps(PosesUnderTest poses)
{
    /// <summary>Where a transaction is asked for.</summary>
    internal const string Transactions = "/v1/transactions";

    /// <summary>Where a settlement or an enquiry is asked for.</summary>
    internal const string Settlements = "/v1/settlements";

    private static readonly Dictionary<string, (PosTransaction Kind, PosPart Start)> Kinds = new(StringComparer.Ordinal)
    {
        ["refund"] = (PosTransaction.Refund, PosPart.Refund),
        ["cash-out"] = (PosTransaction.CashOut, PosPart.CashOut),
        ["MOTO purchase"] = (PosTransaction.Moto, PosPart.Moto),
    };

    /// <summary>What a POS offers, with what it must have declared.</summary>
    private static readonly (PosPart Part, string What, Func<PosCapabilities, bool> IsDeclared)[] Offers =
    [
        .. Kinds.Values.Select(k => (k.Start, PosCapabilities.Word(k.Kind), Declared(k.Kind))),
        (PosPart.Cash, PosCapabilities.Word(PosTransaction.PurchaseWithCashOut), Declared(PosTransaction.PurchaseWithCashOut)),
        (PosPart.Settle, "settlement", c => c.Settlements.Contains(PosSettlement.Settlement)),
        (PosPart.Enquire, "enquiry", c => c.Settlements.Contains(PosSettlement.Enquiry)),
        (PosPart.SignatureOnTerminal, "signature on the terminal", c => c.Signatures.Contains(PosSignature.Terminal)),
    ];

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

    [Given("^the maker declares the purchase with cash-out$")]
    public Task DeclaresCash() => poses.DoAsync(s =>
    {
        var word = PosCapabilities.Word(PosTransaction.PurchaseWithCashOut);
        Demands.Concern(Declared(PosTransaction.PurchaseWithCashOut)(s.Capabilities), $"the maker does not declare {word}");
        return Task.CompletedTask;
    });

    [When(@"^a purchase of (\d+\.\d\d) with (\d+\.\d\d) in cash is started on the POS$")]
    public Task StartWithCash(string amount, string cash) => poses.DoAsync(async s =>
    {
        Demands.Rule(
            await s.Pos.HasAsync(PosPart.Cash, s.Pairing.Names),
            "the maker declares purchaseWithCashOut, but the POS has no field for the cash");
        await s.ActAsync(() => s.Acts.StartAsync(PosPart.PayWithCash, s.Pairing, amount, cash), after: PosPosition.Unknown);
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
        var heard = await s.StartedAsync(Transactions);

        // The terminal asks the customer before it tells the result.
        var asks = button != "Cancel" && IsSet(heard, "prompt_customer_receipt");
        await s.PressOnTerminalAsync(asks ? [button, "No receipt"] : [button]);
    });

    [Then(@"^the POS has asked for (\w+_details) with (\w+) (\d+)$")]
    public Task AskedFor(string details, string amount, int cents) => AskedForAsync(details, (amount, cents));

    [Then(@"^the POS has asked for (\w+_details) with (\w+) (\d+) and (\w+) (\d+)$")]
    public Task AskedFor(string details, string amount, int cents, string other, int more) =>
        AskedForAsync(details, (amount, cents), (other, more));

    [Then("^the POS shows that it was (approved|declined|cancelled)$")]
    public Task ShowsResult(string how) => poses.DoAsync(async s =>
    {
        var texts = s.Description.Texts;
        var text = how switch { "approved" => texts.Approved, "declined" => texts.Declined, _ => texts.Cancelled };
        var word = $"\"result_financial_status\":\"{how.ToUpperInvariant()}\"";
        Demands.Rule(
            await s.IsToldAsync(word), "the POS did not ask SCI how the transaction ended");
        Demands.Rule(await s.ComesOutAsync(s.Pairing.Names.In(text)!), $"\"{text}\" is not shown, or was before");
        s.Position = s.WasRestarted ? PosPosition.Unknown : PosPosition.Ended;
    });

    [When("^the POS is restarted in the middle of it$")]
    public Task RestartInTheMiddle() => poses.DoAsync(async s =>
    {
        await s.StartedAsync(Transactions);
        await s.RestartAsync();
    });

    [When("^the network between the POS and SCI works again, for two minutes$")]
    public Task WorksAgain() => poses.DoAsync(async s =>
    {
        s.Journal.Note("mend the network between POS and SCI");
        var since = s.Site.Heard.Count;
        s.Site.BreakNetwork(false);
        s.IsNetworkMended = true;
        await s.Pos.Clock.PassAsync(
            TimeSpan.FromMinutes(2),
            () => s.Site.Heard.Since(since).Any(h => h.Answer?.Contains("FINALISED", StringComparison.Ordinal) == true));
    });

    [Then("^the POS offers no transaction that is not declared$")]
    public Task OffersDeclared() => poses.DoAsync(async s =>
    {
        foreach (var (part, what, _) in Offers.Where(o => !o.IsDeclared(s.Capabilities)))
        {
            Demands.Rule(
                s.Description.Is == PosWay.Operator || !await s.Pos.HasAsync(part, s.Pairing.Names),
                $"the POS offers {what}, which is not declared");

            // The look may have opened a menu.
            s.Position = PosPosition.Unknown;
        }
    });

    [Then("^the POS has never asked for a transaction that is not declared$")]
    public Task AskedDeclared() => poses.DoAsync(s =>
    {
        var asked = s.Site.Heard.Since(0).Where(h => h is { Method: "POST", Path: Transactions or Settlements, Body.Length: > 0 });
        foreach (var heard in asked)
        {
            var undeclared = Asked(heard).FirstOrDefault(a => !a.IsDeclared(s.Capabilities)).What;
            Demands.Rule(undeclared is null, $"the POS has asked for {undeclared}, which is not declared");
        }

        return Task.CompletedTask;
    });

    /// <summary>What a request asks for, with what must be declared for it.</summary>
    private static IEnumerable<(string? What, Func<PosCapabilities, bool> IsDeclared)> Asked(PosRequest heard)
    {
        using var body = JsonDocument.Parse(heard.Body!);
        return
        [
            .. body.RootElement.EnumerateObject().Select(p => p.Name).Where(Wire.ContainsKey).Select(n => (n, Declared(Wire[n]))),
            .. IsSet(heard, "verify_signature_on_terminal")
                ? [("verify_signature_on_terminal", c => c.Signatures.Contains(PosSignature.Terminal))]
                : Array.Empty<(string?, Func<PosCapabilities, bool>)>(),
            .. Enum.GetValues<PosSettlement>().Where(k => SettlementSteps.Type(heard) == k.ToString().ToUpperInvariant())
                .Select(k => ((string?)SettlementSteps.Type(heard), (Func<PosCapabilities, bool>)(c => c.Settlements.Contains(k)))),
        ];
    }

    private static Func<PosCapabilities, bool> Declared(PosTransaction kind) => c => c.Transactions.Contains(kind);

    /// <summary>Whether a request carries a flag.</summary>
    internal static bool IsSet(PosRequest heard, string flag)
    {
        using var body = JsonDocument.Parse(heard.Body is { Length: > 0 } text ? text : "{}");
        return body.RootElement.TryGetProperty(flag, out var value) && value.ValueKind == JsonValueKind.True;
    }

    private Task AskedForAsync(string details, params IReadOnlyList<(string Name, int Cents)> amounts) => poses.DoAsync(async s =>
    {
        var heard = await s.Acts.HeardAsync("POST", Transactions, s.Pairing);
        Demands.Ground(heard is not null, "the POS did not start a transaction");
        using var body = JsonDocument.Parse(heard.Body ?? "{}");
        var given = body.RootElement.EnumerateObject().Where(p => Wire.ContainsKey(p.Name)).ToList();
        var isSo = given is [var one] && one.Name == details
            && amounts.All(a => one.Value.TryGetProperty(a.Name, out var sent) && sent.GetRawText() == $"{a.Cents}");
        var wanted = string.Join(" and ", amounts.Select(a => $"{a.Name} {a.Cents}"));
        Demands.Rule(isSo, $"the POS should ask for {details} with {wanted}, and asks for: {heard.Body}");
    });
}
