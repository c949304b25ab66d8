using System.Text.Json;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Tests.Core;

namespace PairingLab.Sci.Tests.Devices;

/// <summary>A POS with a transaction: what it asks for, the form, [Cancel], and the question how it ended.</summary>
public sealed class PosPaymentTests
{
    private static readonly DateTimeOffset Now = States.Now;
    private static readonly PosLogic Logic = new("sci-pos-1", States.Settings);
    private static readonly StoredPairing Bar = PosStates.Pairing("pid_1", "Bar", "tid1");
    private static readonly PosPurchase Purchase = new("t", 2, "Waiting", null, Bar, 1000);
    private static readonly PosState Paired = new(PosMemory.Fresh with { Pairings = [Bar] });
    private static readonly PosState Paying = Watched(
        new(Paired.Memory with { Purchase = Purchase }), new(Done: true, Purchase: Purchase), Now);

    [Theory]
    [InlineData("Pay Bar", "Amount=10.00", """{"purchase_details":{"purchase_amount":1000}""")]
    [InlineData("Pay Bar", "Amount=10.00 Tip=1 Surcharge=0.50",
        """{"purchase_details":{"purchase_amount":1000,"tip_amount":100,"surcharge_amount":50}""")]
    [InlineData("Pay Bar", "Amount=10.00 Tip=0", """{"purchase_details":{"purchase_amount":1000,"tip_amount":0}""")]
    [InlineData("Pay Bar", "Amount=10.00 Cash=20", """{"purchase_with_cashout_details":{"purchase_amount":1000,"cashout_amount":2000}""")]
    [InlineData("Refund Bar", "Amount=7.50 Surcharge=1", """{"refund_details":{"refund_amount":750}""")]
    [InlineData("Cash out Bar", "Amount=20.00", """{"cashout_details":{"cashout_amount":2000}""")]
    [InlineData("MOTO Bar", "Amount=20.00 Surcharge=0.20", """{"moto_details":{"moto_amount":2000,"surcharge_amount":20}""")]
    [InlineData("Settle Bar", "", """{"type":"SETTLEMENT"}""")]
    [InlineData("Enquire Bar", "", """{"type":"ENQUIRY"}""")]
    [InlineData("Enquire Bar", "Enquiry+date=2026-01-05", """{"type":"ENQUIRY","enquiry_date":{"year":2026,"month":1,"day":5}}""")]
    public void Each_kind_is_asked_for_with_its_own_amounts(string button, string fields, string body)
    {
        var page = button.StartsWith("Pay", StringComparison.Ordinal) ? Paired : Logic.Press(Paired, "More", Now);
        var typed = Typed(page, fields);
        Logic.Show(typed).Buttons.Single(b => b.Name == button).Enabled.ShouldBeTrue();
        var order = Logic.Press(typed, button, Now).Waiting.ShouldBeOfType<PosRequest.CheckBeforeSale>().Order;
        JsonSerializer.Serialize(PosTransactionJson.Body(order), LabJson.Options).ShouldStartWith(body);
    }

    [Theory]
    [InlineData("Pay Bar", "Amount=x")]
    [InlineData("Pay Bar", "Amount=10.00 Tip=x")]
    [InlineData("Pay Bar", "Amount=10.00 Tip=1 Cash=20")]
    [InlineData("Pay Bar", "Amount=0")]
    [InlineData("MOTO Bar", "Amount=1 Surcharge=1.234")]
    [InlineData("Enquire Bar", "Enquiry+date=2026-13-05")]
    public void What_can_not_be_asked_for_is_not_offered(string button, string fields)
    {
        var typed = Typed(button.StartsWith("Pay", StringComparison.Ordinal) ? Paired : Logic.Press(Paired, "More", Now), fields);
        Logic.Show(typed).Buttons.Single(b => b.Name == button).Enabled.ShouldBeFalse();
        Logic.Press(typed, button, Now).Waiting.ShouldBeNull();
    }

    [Fact]
    public void The_flags_are_sent_as_they_are_set()
    {
        var page = Logic.Press(Paired, "More", Now);
        var set = Logic.Press(Logic.Press(page, "Signature on the terminal: off", Now), "Print signature receipts by itself: on", Now);
        var order = Logic.Press(Typed(set, "Amount=1"), "MOTO Bar", Now).Waiting.ShouldBeOfType<PosRequest.CheckBeforeSale>().Order;
        JsonSerializer.Serialize(PosTransactionJson.Body(order), LabJson.Options).ShouldEndWith(
            "\"print_merchant_receipt\":false,\"prompt_customer_receipt\":false,\"verify_signature_on_terminal\":true,"
            + "\"pos_auto_print_signature_receipt\":false}");
        Logic.Press(Logic.Press(page, "Merchant receipt on the terminal: off", Now), "Merchant receipt on the terminal: on", Now).Memory
            .ShouldBe(page.Memory);
    }

    /// <summary>SCIREC03: from the last answer, not from the start. That nothing newer has come is an answer.</summary>
    [Fact]
    public void The_merchant_is_asked_after_sixty_seconds_without_an_answer()
    {
        Logic.NextDue(Paying).ShouldBe(Now + TimeSpan.FromSeconds(60));
        var nothing = new PosReply(Done: false, "transaction_not_found_within_timeout", "none");
        var heard = Watched(Paying, nothing, Now + TimeSpan.FromSeconds(20));
        (heard.WatchAt, heard.Notice.Count).ShouldBe((null, 0), "it is asked again at once");
        Logic.Wants(heard).ShouldBe([new PosRequest.Watch(Purchase)]);
        var lost = Watched(heard, new(Done: false, "device_not_connected", "gone"), Now + TimeSpan.FromSeconds(40));
        Logic.NextDue(lost).ShouldBe(Now + TimeSpan.FromSeconds(80));
        Logic.Due(lost, Now + TimeSpan.FromSeconds(80) - TimeSpan.FromTicks(1)).AsksOutcome.ShouldBeFalse();

        var asked = Logic.Due(lost, Now + TimeSpan.FromSeconds(80));
        Logic.Show(asked).Buttons.Select(b => b.Name).ShouldBe(["Yes", "No"]);
        Logic.NextDue(asked).ShouldBeNull();
        Logic.Show(asked).Texts.ShouldContain(PosTexts.WasItSuccessful);
        Logic.Wants(asked).ShouldBe([new PosRequest.Watch(Purchase)], "an answer that comes late is welcome");
        var late = Watched(asked, new(Done: true, Purchase: Purchase with { Version = 3 }), Now + TimeSpan.FromSeconds(90));
        (late.AsksOutcome, Logic.NextDue(late)).ShouldBe((false, Now + TimeSpan.FromSeconds(150)));
    }

    [Theory]
    [InlineData("Yes", "APPROVED")]
    [InlineData("No", "DECLINED")]
    public void What_the_merchant_says_is_the_result(string button, string result)
    {
        foreach (var asked in new[] { Paying with { AsksOutcome = true }, Ended("UNKNOWN") })
        {
            var said = Logic.Press(asked, button, Now);
            (said.Memory.Purchase!.Result, said.Memory.Purchase.IsOverridden).ShouldBe((result, true));
            Logic.Wants(said).ShouldBeEmpty();
            Logic.Show(said).Texts.ShouldContain(PosTexts.Overridden);
            Watched(said, new(Done: true, Purchase: Purchase with { Version = 9, Result = "DECLINED" }), Now).Memory.ShouldBe(said.Memory);
            Logic.Press(said, "OK", Now).Memory.Purchase.ShouldBeNull();
        }
    }

    /// <summary>SCIREC03: 20 s after Cancel, whatever SCI answers meanwhile.</summary>
    [Fact]
    public void The_merchant_is_asked_twenty_seconds_after_Cancel()
    {
        var cancelled = Logic.Press(Paying, "Cancel", Now);
        Logic.Wants(cancelled).ShouldBe(
            [new PosRequest.Act(Purchase, $"{Bar.BaseUrl}/v1/transactions/t/cancel", null), new PosRequest.Watch(Purchase)]);
        var news = Purchase with { Version = 3, Message = "Cancelling" };
        var answered = Logic.Receive(cancelled, cancelled.Waiting!, new(Done: true, Purchase: news), Now + TimeSpan.FromSeconds(1));
        Logic.NextDue(answered).ShouldBe(Now + TimeSpan.FromSeconds(20));
        var asked = Logic.Due(answered, Now + TimeSpan.FromSeconds(20));
        asked.AsksOutcome.ShouldBeTrue();
        Watched(asked, new(Done: true, Purchase: news with { Version = 4 }), Now).AsksOutcome.ShouldBeTrue("it is no result");
        var ended = Watched(asked, new(Done: true, Purchase: news with { Version = 5, Result = "APPROVED" }), Now);
        Logic.Show(ended).Buttons.Select(b => b.Name).ShouldBe(["OK"], "it may still be approved");
    }

    [Fact]
    public void An_answer_that_was_overtaken_changes_nothing()
    {
        var newer = Watched(Paying, new(Done: true, Purchase: Purchase with { Version = 5, Result = "APPROVED" }), Now);
        Logic.Receive(newer with { Waiting = new PosRequest.Act(Purchase, "u", null) }, new PosRequest.Act(Purchase, "u", null),
            new(Done: true, Purchase: Purchase with { Version = 3 }), Now).Memory.ShouldBe(newer.Memory);
    }

    [Fact]
    public void A_form_is_sent_with_all_its_inputs_the_untouched_ones_too()
    {
        var form = Paying with
        {
            Memory = Paying.Memory with
            {
                Purchase = Purchase with
                {
                    Status = "AWAITING_POS",
                    Form =
            [
                new("One", "input") { Name = "input_1" }, new("Two", "input") { Name = "input_2" },
                new("Send", "button") { SubmitUrl = "http://x/submit" }, new("Try", "button") { Action = "TEST_ACTION" },
                new("Later", "button") { Action = "SOMETHING_NEW" },
            ],
                }
            }
        };
        Logic.Show(form).Fields.Select(f => f.Name).ShouldBe(["One", "Two"]);
        Logic.NextDue(form).ShouldBeNull("a person must act, and nothing is polled");
        var typed = Logic.Type(form, "Two", "b");
        Logic.Press(typed, "Send", Now).Waiting.ShouldBe(new PosRequest.Act(
            typed.Memory.Purchase!, "http://x/submit", """{"input_1":"","input_2":"b"}"""));
        Logic.Show(Logic.Press(typed, "Try", Now)).Texts.ShouldContain("""TEST_ACTION {"input_1":"","input_2":"b"}""");
        Logic.Show(Logic.Press(typed, "Later", Now)).Texts.ShouldContain("This POS does not know the action SOMETHING_NEW.");
    }

    [Fact]
    public void Receipts_are_printed_by_themselves_and_at_a_button()
    {
        var signed = Purchase with
        {
            Version = 3,
            Status = "AWAITING_POS",
            MerchantReceipt = "SIGN\nHERE",
            AutoActions = ["PRINT_MERCHANT_RECEIPT"],
            Form = [new("Customer", "button") { Action = "PRINT_CUSTOMER_RECEIPT" }],
        };
        var auto = Watched(Paying, new(Done: true, Purchase: signed), Now);
        Logic.Show(auto).Texts.ShouldContain("SIGN\nHERE");
        Logic.Show(Logic.Press(auto, "Customer", Now)).Texts.ShouldContain(PosTexts.NoReceipt);
    }

    [Fact]
    public void Another_try_asks_for_the_same_again()
    {
        var ended = Ended("DECLINED", new PosElement("Retry", "button") { Action = "RETRY_TRANSACTION" });
        var again = Logic.Press(ended, "Retry", Now);
        (again.Waiting, again.Memory.Purchase).ShouldBe((new PosRequest.CheckBeforeSale(Bar, Purchase.Order), null));
    }

    [Fact]
    public void Without_an_answer_to_a_new_transaction_the_merchant_looks_at_the_terminal()
    {
        var request = new PosRequest.Pay(Bar, Purchase.Order);
        var asked = Paired with { Waiting = request };
        Logic.Receive(asked, request, PosReply.None, Now).Notice.Select(n => n.Text)
            .ShouldBe([PosTexts.CheckNetwork, PosTexts.LookAtTerminal]);
        Logic.Receive(asked, request, new(Done: false, "transaction_refused", "busy"), Now).Notice.Select(n => n.Text).ShouldBe(["busy"]);
    }

    private static PosState Ended(string result, params PosElement[] form) =>
        Paying with { Memory = Paying.Memory with { Purchase = Purchase with { Result = result, Form = form } } };

    private static PosState Watched(PosState state, PosReply reply, DateTimeOffset now) =>
        Logic.Receive(state, new PosRequest.Watch(state.Memory.Purchase!), reply, now);

    private static PosState Typed(PosState state, string fields) => fields.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(f => f.Replace('+', ' ').Split('=')).Aggregate(state, (s, f) => Logic.Type(s, f[0], f[1]));
}
