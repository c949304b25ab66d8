using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Api;

/// <summary>Each transaction type: what it needs, and what its result holds.</summary>
public sealed class TransactionTypeTests
{
    private static readonly string[] NoMoney =
    [
        "Acquirer.Logon", "Acquirer.Settlement.Inquiry", "Acquirer.Settlement.Cutover", "Journal.ReprintReceipt", "Journal.GetTransResult",
        "Terminal.GetStatus", "Terminal.ReadCard",
    ];

    public static TheoryData<string, string, string> Needed => new()
    {
        { "Card.Purchase", "AmountTotal", "500" },
        { "Card.Refund", "AmountTotal", "500" },
        { "Card.PurchasePlusCash", "AmountTotal AmountCash", "500 200" },
        { "Card.CashAdvance", "AmountTotal", "500" },
        { "Card.Authorise", "AmountAuth", "500" },
        { "Card.Finalise", "AmountFinal TransactionReference", "500 R1" },
        { "QR.Merchant.Purchase", "AmountTotal", "500" },
        { "QR.Consumer.Purchase", "AmountTotal", "500" },
        { "QR.Refund", "AmountTotal", "500" },
    };

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task A_type_needs_exactly_its_fields(string type, string names, string values)
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { FinaliseChecksAuthorisation = false });
        await lab.PairAsync("d1");
        (string Name, string Value)[] fields = [.. names.Split(' ').Zip(values.Split(' '))];
        var data = await lab.DoAsync(type, PaymentOutcome.Accepted, fields);
        (data.Function, data.AmountTotal, data.TransactionResult, data.Result).ShouldBe((type, "500", "OK-ACCEPTED", "OK"));
        (data.AmountCash, data.AmountAuth, data.AmountFinal, data.TransactionReference).ShouldBe((
            fields.FirstOrDefault(f => f.Name == "AmountCash").Value,
            fields.FirstOrDefault(f => f.Name == "AmountAuth").Value,
            fields.FirstOrDefault(f => f.Name == "AmountFinal").Value,
            fields.FirstOrDefault(f => f.Name == "TransactionReference").Value));
        foreach (var (name, _) in fields)
        {
            (await lab.TryAskAsync(type, [.. fields.Where(f => f.Name != name)])).ShouldBe(400, $"{name} is required");
        }

        foreach (var other in (string[])["AmountTotal", "AmountCash", "AmountAuth", "AmountFinal", "TransactionReference"])
        {
            if (fields.All(f => f.Name != other))
            {
                var said = await lab.TryAskAsync(type, [.. fields, (other, "100")]);
                said.ShouldBe(400, $"{other} is not used by {type}; it needs {string.Join(" and ", fields.Select(f => f.Name))}");
                (await lab.TryAskAsync(type, [.. fields, (other, "0")])).Status.ShouldBe(200, "nothing is as good as left out");
            }
        }
    }

    [Theory]
    [InlineData("transactionId")]
    [InlineData("AcquirerRef")]
    [InlineData("AuthId")]
    public async Task An_approved_authorisation_is_finalised_once_by_any_of_its_names(string name)
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        const string Wrong = "TransactionReference names no approved Card.Authorise that is still to be finalised; it must be the "
            + "transactionId, AcquirerRef or AuthId of one";
        (await lab.TryAskAsync("Card.Finalise", Final("Q1"))).ShouldBe(400, Wrong);
        await lab.DoAsync("Card.Authorise", PaymentOutcome.Declined, ("AmountAuth", "500"));
        (await lab.TryAskAsync("Card.Finalise", Final("Q1"))).ShouldBe(400, Wrong);

        var authorised = await lab.DoAsync("Card.Authorise", PaymentOutcome.Accepted, ("AmountAuth", "500"));
        var reference = name switch
        {
            "AcquirerRef" => authorised.AcquirerRef!,
            "AuthId" => authorised.AuthId!,
            _ => authorised.RequestId!,
        };
        (await lab.TryAskAsync("Card.Finalise", Final(reference + "x"))).ShouldBe(400, Wrong);
        (await lab.DoAsync("Card.Finalise", PaymentOutcome.Declined, Final(reference))).TransactionResult.ShouldBe("OK-DECLINED");
        (await lab.DoAsync("Card.Finalise", PaymentOutcome.Accepted, Final(reference))).TransactionResult.ShouldBe("OK-ACCEPTED");
        (await lab.TryAskAsync("Card.Finalise", Final(reference))).ShouldBe(400, Wrong);

        static (string, string)[] Final(string reference) => [("AmountFinal", "400"), ("TransactionReference", reference)];
    }

    [Fact]
    public async Task Types_without_money_take_no_amount_and_the_cash_is_a_part_of_the_total()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        foreach (var type in NoMoney)
        {
            (await lab.TryAskAsync(type, ("AmountTotal", "100"))).ShouldBe(400, $"AmountTotal is not used by {type}; it has no amount");
            (await lab.AskAsync(type)).Data.AmountTotal.ShouldBeNull();
        }

        (await lab.TryAskAsync("Card.PurchasePlusCash", ("AmountTotal", "500"), ("AmountCash", "501")))
            .ShouldBe(400, "AmountCash is a part of AmountTotal and can't be more");
        (await lab.AskAsync("Card.PurchasePlusCash", ("AmountTotal", "500"), ("AmountCash", "500"))).Data.AmountCash.ShouldBe("500");
    }

    [Fact]
    public async Task An_unknown_type_is_told_what_there_is()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        (await lab.TryAskAsync("Card.Gift", ("AmountTotal", "1"))).Text.ShouldContain("TransactionType must be one of: Card.Purchase, ");
        await using var strict = await RunningSmartConnect.StartAsync(new() { ReadCardKnown = false });
        (await strict.TryAskAsync("Terminal.ReadCard")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_status_of_a_terminal_has_no_TransactionResult()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var data = await lab.DoAsync("Terminal.GetStatus");
        (data.Result, data.Status, data.TransactionResult, data.Receipt).ShouldBe(("OK", "READY", null, null));
    }

    [Fact]
    public async Task The_last_transaction_of_a_device_is_told_to_any_register_and_without_its_SaleData()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1", "r2");
        await lab.PairAsync("d1");
        var none = await lab.DoAsync("Journal.GetTransResult");
        (none.TransactionResult, none.ReferenceId).ShouldBe(("FAILED", null));

        var form = RunningSmartConnect.Payment("r2", "777");
        form["SaleData"] = "{\n  \"sku\": \"4711\"\n}";
        var sale = (await lab.FormAsync("POST", "/POS/Transaction", form)).Read<SmartConnect.Api.TransactionResponse>();
        await lab.NextAsync("d1");
        await lab.FinishAsync("d1", sale.TransactionId, PaymentOutcome.Declined, new("A1", "Q1", "T1", "....0138", "VISA", "CREDIT"));
        (await lab.PollAsync(sale)).Read<SmartConnect.Api.TransactionResponse>().Data.SaleData.ShouldBe(form["SaleData"]);
        await lab.DoAsync("Acquirer.Logon");

        var last = await lab.DoAsync("Journal.GetTransResult");
        (last.ReferenceId, last.AmountTotal, last.TransactionResult, last.SaleData).ShouldBe(
            (sale.TransactionId, "777", "OK-DECLINED", null));
        (last.Function, last.CardPan, last.AuthId).ShouldBe(("Journal.GetTransResult", "....0138", null));
        var printed = await lab.DoAsync("Journal.ReprintReceipt");
        (printed.ReferenceId, printed.TransactionResult).ShouldBe((sale.TransactionId, "OK-ACCEPTED"));
        printed.Receipt.ShouldNotBeNull().ShouldStartWith("*** DUPLICATE ***\nStore\nCard.Purchase");
    }

    [Fact]
    public async Task A_cutover_tells_what_was_taken_and_begins_anew()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        await lab.DoAsync("Card.Purchase", PaymentOutcome.Accepted, ("AmountTotal", "1000"));
        await lab.DoAsync("Card.Purchase", PaymentOutcome.Declined, ("AmountTotal", "9000"));
        await lab.DoAsync("Card.PurchasePlusCash", PaymentOutcome.Accepted, ("AmountTotal", "500"), ("AmountCash", "200"));
        await lab.DoAsync("Card.Refund", PaymentOutcome.Accepted, ("AmountTotal", "150"));
        await lab.DoAsync("Card.Authorise", PaymentOutcome.Accepted, ("AmountAuth", "7000"));
        foreach (var type in (string[])["Acquirer.Settlement.Inquiry", "Acquirer.Settlement.Cutover"])
        {
            var told = await lab.DoAsync(type);
            (told.TransactionResult, told.Result, told.AcquirerRef, told.TerminalRef).ShouldBe(("OK-ACCEPTED", "OK", "Q1", "T1"));
            told.Receipt.ShouldNotBeNull().ShouldContain(
                "PURCHASES 2 13.00\nREFUNDS 1 1.50\nCASH 2.00\nTIPS 0.00\nSURCHARGES 0.00\nNET 13.50");
        }

        (await lab.DoAsync("Acquirer.Settlement.Inquiry")).Receipt.ShouldNotBeNull().ShouldContain("PURCHASES 0 0.00");
    }

    [Fact]
    public async Task Tip_and_surcharge_are_in_the_total_and_a_declines_reason_stands_in_the_receipt_only()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync("r1", "500");
        await lab.NextAsync("d1");
        await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Accepted, null, new(Surcharge: 15, Tip: 100));
        var data = (await lab.PollAsync(payment)).Read<SmartConnect.Api.TransactionResponse>().Data;
        (data.AmountTotal, data.AmountSurcharge, data.AmountTip).ShouldBe(("615", "15", "100"));
        data.Receipt.ShouldNotBeNull().ShouldContain("SURCHARGE 0.15\nTIP 1.00\nTOTAL 6.15");

        var declined = await lab.PayAsync();
        await lab.NextAsync("d1");
        await lab.FinishAsync("d1", declined.TransactionId, PaymentOutcome.Declined, null, new(Reason: "EXPIRED CARD"));
        var said = (await lab.PollAsync(declined)).Text;
        said.Split("EXPIRED CARD").Length.ShouldBe(2, said);
        var bad = new OutcomeReport(Tip: -1);
        (await lab.FinishAsync("d1", declined.TransactionId, PaymentOutcome.Declined, null, bad)).Text.ShouldContain("bad_report");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "PairingLab")]
    public async Task Results_name_the_POS_when_the_site_is_set_so(bool names, string? company)
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { ResultsNamePos = names });
        await lab.PairAsync("d1");
        var data = await lab.DoAsync("Card.Purchase", PaymentOutcome.Accepted, ("AmountTotal", "1"));
        (data.Company, data.PosVendor, data.PosRegisterId).ShouldBe((company, names ? "Vendor" : null, names ? "r1" : null));
        data.Merchant.ShouldBe("1");
        data.RequestId.ShouldNotBeNull();
    }
}
