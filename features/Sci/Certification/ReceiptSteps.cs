using System.Text.RegularExpressions;
using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Receipts that SCI gives, and what the POS makes of them. What the terminal prints SCI does not ask the POS for.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed partial class ReceiptSteps(PosesUnderTest poses)
{
    private const string PrintMerchant = "PRINT_MERCHANT_RECEIPT";
    private const string PrintCustomer = "PRINT_CUSTOMER_RECEIPT";

    [Then("^the POS gives the merchant's and the customer's receipt$")]
    public Task GivesBoth() => poses.DoAsync(async s =>
    {
        await GiveAsync(s, PrintMerchant, "merchant", s.News.MerchantReceipt);
        await GiveAsync(s, PrintCustomer, "customer", s.News.CustomerReceipt);
        Judge(s);
    });

    [Then("^the POS gives the receipt to be signed$")]
    public Task GivesSigned() => poses.DoAsync(async s =>
    {
        Demands.Rule(
            await s.IsToldAsync("AWAITING_POS"), "the POS did not ask SCI how the transaction goes on");
        await GiveAsync(s, PrintMerchant, "merchant", s.News.MerchantReceipt);
        Judge(s);
    });

    [Then("^the POS gives the receipt with the totals$")]
    public Task GivesTotals() => poses.DoAsync(async s =>
    {
        await GiveAsync(s, PrintMerchant, "merchant", s.News.MerchantReceipt);
        Judge(s);
    });

    [Then("^the POS shows which pairing, terminal and transaction it is$")]
    public Task ShowsDetails() => poses.DoAsync(async s =>
    {
        Demands.Rule(await s.IsToldAsync("pos_instructions"), "the POS did not ask SCI how the transaction goes on");
        foreach (var name in new[] { "Pairing ID", "TID", "Transaction ID" })
        {
            Demands.Rule(await s.Pos.ShowsAsync(s.News.Details[name]), $"the {name} of the form's details is not shown");
        }
    });

    /// <summary>By itself, or at the form's button.</summary>
    private static async Task GiveAsync(Fixture s, string action, string whose, string? receipt)
    {
        var button = s.News.Of(ElementKind.Action).FirstOrDefault(e => e.Value == action)?.Label;
        if (receipt is null || await AreShownAsync(s, receipt, isNow: true))
        {
            return;
        }

        if (button is not null)
        {
            await s.Acts.PressAsync(button);
        }

        Demands.Rule(
            s.Description.Receipts == PosReceipts.Printed || await AreShownAsync(s, receipt, isNow: false),
            $"the {whose}'s receipt is not shown" + (button is null ? "" : $" after “{button}”"));
    }

    private static async Task<bool> AreShownAsync(Fixture s, string receipt, bool isNow)
    {
        if (s.Description.Is == PosWay.Operator)
        {
            return !isNow && await s.Pos.ShowsAsync(receipt);
        }

        string[] lines = [.. receipt.Split('\n').Select(l => Spaces().Replace(l, " ").Trim()).Where(l => l.Length > 0).Distinct()];
        if (isNow)
        {
            return (await s.Pos.ShownNowAsync(lines)).Count == lines.Length;
        }

        foreach (var line in lines)
        {
            if (!await s.Pos.ShowsAsync(line))
            {
                return false;
            }
        }

        return true;
    }

    private static void Judge(Fixture s) => Demands.Person(
        s.Description.Receipts != PosReceipts.Printed,
        "the receipt was asked for, and goes where the lab does not see it: a person must say whether it came out whole");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
