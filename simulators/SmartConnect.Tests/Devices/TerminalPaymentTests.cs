using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Devices.Terminal;

namespace PairingLab.SmartConnect.Tests.Devices;

/// <summary>What a payment device shows and says for each transaction, with a person and without.</summary>
public sealed class TerminalPaymentTests
{
    private const string Id = "SP-4711";

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly TerminalReply Done = new(Done: true);

    [Theory]
    [InlineData("Card.Purchase", "Payment", "Amount: $5.00 | Register: Till (r1)", "Approve, Decline, Cancel")]
    [InlineData("Card.Refund", "Refund", "Amount: $5.00 | Register: Till (r1)", "Approve, Decline, Cancel")]
    [InlineData("Card.CashAdvance", "Cash advance", "Amount: $5.00 | Register: Till (r1)", "Approve, Decline, Cancel")]
    [InlineData("Card.Authorise", "Authorisation", "Amount: $5.00 | Register: Till (r1)", "Approve, Decline, Cancel")]
    [InlineData(
        "QR.Merchant.Purchase",
        "QR payment",
        "Amount: $5.00 | Register: Till (r1) | Show this code to the customer: | QR-payment-1",
        "Approve, Decline, Cancel")]
    [InlineData(
        "QR.Consumer.Purchase",
        "QR payment",
        "Amount: $5.00 | Register: Till (r1) | Scan the customer's code.",
        "Approve, Decline, Cancel")]
    [InlineData("Terminal.ReadCard", "Read card", "Register: Till (r1) | Present, insert or swipe the card.", "Read card, Cancel")]
    public void What_needs_a_person_waits_on_the_screen(string type, string title, string texts, string buttons)
    {
        var taken = Taken(Resting(new()), new("payment-1", "Till (r1)", type, 500), new());
        var panel = new TerminalLogic(Id, new()).Show(taken);
        panel.Title.ShouldBe(title);
        string.Join(" | ", panel.Texts).ShouldBe(texts);
        string.Join(", ", panel.Buttons.Select(b => b.Name)).ShouldBe(buttons);
    }

    [Fact]
    public void Cash_and_reference_are_shown()
    {
        var logic = new TerminalLogic(Id, new());
        var cash = Taken(Resting(new()), new("payment-1", "Till (r1)", "Card.PurchasePlusCash", 500, 200), new());
        logic.Show(cash).Texts.ShouldBe(["Amount: $5.00", "Cash: $2.00", "Register: Till (r1)"]);
        var final = Taken(Resting(new()), new("payment-1", "Till (r1)", "Card.Finalise", 500, null, "R1"), new());
        logic.Show(final).Texts.ShouldBe(["Amount: $5.00", "Reference: R1", "Register: Till (r1)"]);
    }

    [Theory]
    [InlineData("Acquirer.Logon", true)]
    [InlineData("Acquirer.Settlement.Inquiry", true)]
    [InlineData("Acquirer.Settlement.Cutover", true)]
    [InlineData("Journal.ReprintReceipt", false)]
    [InlineData("Journal.GetTransResult", false)]
    [InlineData("Terminal.GetStatus", false)]
    public void What_needs_nobody_is_done_at_once(string type, bool hasReferences)
    {
        var done = Taken(Resting(new()), new("payment-1", "Till (r1)", type, 0), new());
        var outcome = done.Memory.Outcome.ShouldNotBeNull();
        (outcome.Outcome, outcome.Card?.AcquirerRef is not null, outcome.Card?.TerminalRef is not null, outcome.Card?.AuthId)
            .ShouldBe((PaymentOutcome.Accepted, hasReferences, hasReferences, null));
        new TerminalLogic(Id, new()).Show(done).Title.ShouldBe(TransactionType.Find(type)!.Title);
    }

    [Fact]
    public void A_declined_card_has_no_authorisation_and_a_card_that_is_read_has_none_either()
    {
        var taken = Taken(Resting(new()), new("payment-1", "Till (r1)", "Card.Purchase", 500), new());
        var logic = new TerminalLogic(Id, new());
        logic.Press(taken, "Decline", Now).Memory.Outcome!.Card.ShouldNotBeNull().AuthId.ShouldBeNull();
        logic.Press(taken, "Approve", Now).Memory.Outcome!.Card.ShouldNotBeNull().AuthId.ShouldNotBeNull();
        logic.Press(taken, "Read card", Now).ShouldBe(taken);
        var reading = Taken(Resting(new()), new("payment-1", "Till (r1)", "Terminal.ReadCard", 0), new());
        var card = logic.Press(reading, "Read card", Now).Memory.Outcome!.Card.ShouldNotBeNull();
        (card.AuthId, card.CardPan, card.CardType).ShouldBe((null, "....1111", "VISA"));
    }

    [Fact]
    public void Tip_and_surcharge_are_told_with_an_approval()
    {
        var settings = new SmartConnectSettings { Tipping = true, SurchargePercent = 3 };
        var logic = new TerminalLogic(Id, settings);
        var taken = Taken(Resting(settings), new("payment-1", "Till (r1)", "Card.Purchase", 500), settings);
        logic.Show(taken).Texts.ShouldBe(["Amount: $5.00", "Surcharge: $0.15", "Total: $5.15", "Register: Till (r1)"]);
        logic.Show(taken).Fields.ShouldHaveSingleItem().Name.ShouldBe("Tip");
        var wrong = logic.Type(taken, "Tip", "much");
        logic.Show(wrong).Buttons.Single(b => b.Name == "Approve").Enabled.ShouldBeFalse();
        logic.Press(wrong, "Approve", Now).ShouldBe(wrong);
        var tipped = logic.Type(taken, "Tip", "1");
        logic.Press(tipped, "Approve", Now).Memory.Outcome!.Report.ShouldBe(new OutcomeReport(15, 100));
        logic.Press(tipped, "Cancel", Now).Memory.Outcome!.Report.ShouldBeNull();
        var refund = Taken(Resting(settings), new("payment-1", "Till (r1)", "Card.Refund", 500), settings);
        logic.Show(refund).Fields.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, PaymentOutcome.Accepted, null)]
    [InlineData(5, PaymentOutcome.Declined, "DO NOT HONOUR")]
    [InlineData(17, PaymentOutcome.Cancelled, null)]
    [InlineData(30, PaymentOutcome.Failed, null)]
    [InlineData(51, PaymentOutcome.Declined, "INSUFFICIENT FUNDS")]
    [InlineData(54, PaymentOutcome.Declined, "EXPIRED CARD")]
    [InlineData(55, PaymentOutcome.Declined, "INCORRECT PIN")]
    [InlineData(58, PaymentOutcome.Unavailable, null)]
    [InlineData(61, PaymentOutcome.Declined, "EXCEEDS LIMIT")]
    [InlineData(99, PaymentOutcome.Accepted, null)]
    public void The_cents_say_how_a_payment_ends(int cents, PaymentOutcome outcome, string? reason)
    {
        var settings = new SmartConnectSettings { Plays = Plays.Cents };
        var logic = new TerminalLogic(Id, settings);
        var taken = Taken(Resting(settings), new("payment-1", "Till (r1)", "Card.Purchase", 1200 + cents), settings);
        var due = Now + settings.PlaysAfter;
        logic.NextDue(taken).ShouldBe(due);
        logic.Due(taken, due - TimeSpan.FromTicks(1)).Memory.Outcome.ShouldBeNull();
        var told = logic.Due(taken, due).Memory.Outcome.ShouldNotBeNull();
        (told.Outcome, told.Report?.Reason).ShouldBe((outcome, reason));
    }

    [Fact]
    public void A_signature_a_time_out_and_a_lost_network_are_played()
    {
        var settings = new SmartConnectSettings { Plays = Plays.Cents };
        var logic = new TerminalLogic(Id, settings);
        var signed = Taken(Resting(settings), new("payment-1", "Till (r1)", "Card.Purchase", 108), settings);
        logic.Due(signed, Now + settings.PlaysAfter).Memory.Outcome!.Report.ShouldBe(new OutcomeReport(IsSigned: true));

        var waiting = Taken(Resting(settings), new("payment-1", "Till (r1)", "Card.Purchase", 168), settings);
        logic.Due(waiting, Now + settings.CardPatience - TimeSpan.FromTicks(1)).Memory.Outcome.ShouldBeNull();
        logic.Due(waiting, Now + settings.CardPatience).Memory.Outcome!.Outcome.ShouldBe(PaymentOutcome.Cancelled);

        var lost = logic.Due(
            Taken(Resting(settings), new("payment-1", "Till (r1)", "Card.Purchase", 196), settings), Now + settings.PlaysAfter);
        lost.Memory.Outcome!.Outcome.ShouldBe(PaymentOutcome.Accepted);
        logic.Wants(logic.Press(lost, "Registers", Now)).ShouldBeEmpty("it has no network");
        logic.NextPulse(lost).ShouldBeNull();
        var back = lost.NetworkBackAt.ShouldNotBeNull();
        logic.Wants(logic.Due(lost, back)).Single().ShouldBeOfType<TerminalRequest.TellOutcome>();
    }

    [Theory]
    [InlineData("till-1", null)]
    [InlineData("till-plays-approve", Plays.Approve)]
    [InlineData("till-plays-insufficient-funds", Plays.InsufficientFunds)]
    [InlineData("till-plays-chess", null)]
    [InlineData("till-plays-3", null)]
    public void A_magic_terminal_plays_what_its_id_says(string id, Plays? plays) => TerminalPaymentOf(id).ShouldBe(plays ?? Plays.Person);

    [Fact]
    public void What_it_plays_is_set_on_the_service_screen_told_at_sign_on_and_kept()
    {
        var store = new MemoryStore();
        var logic = new TerminalLogic(Id, new());
        var service = logic.Press(Resting(new()), "Service", Now);
        logic.Show(service).Fields.Select(f => f.Value).ShouldBe([Id, "person"]);
        var bad = logic.Press(logic.Type(service, "Plays", "chess"), "Save", Now);
        logic.Show(bad).Texts.Single().ShouldStartWith("Plays: allowed values are person, cents, approve, ");
        var saved = logic.Press(logic.Type(service, "Plays", "wrongPin"), "Save", Now);
        logic.Wants(saved).ShouldBe([new TerminalRequest.SignOn(Id, $"SN-{Id}", Plays.WrongPin)]);
        store.Save(($"payment-device/{Id}/memory", JsonSerializer.Serialize(saved.Memory, LabJson.Options)));
        logic.Boot(new(store), Now).Plays.ShouldBe(Plays.WrongPin);
    }

    [Fact]
    public void Switched_on_without_a_register_it_offers_to_pair_for_a_minute()
    {
        var logic = new TerminalLogic(Id, new());
        var offering = Resting(new());
        logic.Show(offering).Texts.ShouldContain("Terminal is not paired, pair it now?");
        var until = Now + new SmartConnectSettings().PairingOffered;
        logic.NextDue(offering).ShouldBe(until);
        logic.Show(logic.Due(offering, until - TimeSpan.FromTicks(1))).Buttons.ShouldContain(b => b.Name == "Yes");
        logic.Show(logic.Due(offering, until)).Buttons.ShouldNotContain(b => b.Name == "Yes");
        logic.Press(offering, "Yes", Now).Screen.ShouldBe(TerminalScreen.Code);
        logic.Show(logic.Press(offering, "No", Now)).Texts.ShouldNotContain(TerminalTexts.PairNow);
        var news = Done with { News = new(2, [new("r1", "Till (r1)", "Store")], 0, null, 0, false) };
        var paired = Replied(logic, logic.Press(offering, "Registers", Now), news);
        logic.Show(logic.Press(paired, "Back", Now)).Texts.ShouldNotContain(TerminalTexts.PairNow);
    }

    [Fact]
    public void Config_asks_for_the_password_unless_there_is_none()
    {
        var logic = new TerminalLogic(Id, new());
        var asked = new[] { "Menu", "3 Config" }.Aggregate(Resting(new()), (s, b) => logic.Press(s, b, Now));
        logic.Show(asked).Fields.ShouldHaveSingleItem().Secret.ShouldBeTrue();
        var wrong = logic.Press(logic.Type(asked, TerminalPanel.Password, "1235"), "OK", Now);
        logic.Show(wrong).Texts.ShouldBe([TerminalTexts.WrongPassword]);
        logic.Press(wrong, "OK", Now).Screen.ShouldBe(TerminalScreen.ConfigPassword);

        var open = new TerminalLogic(Id, new() { ConfigPassword = "" });
        new[] { "Menu", "3 Config" }.Aggregate(Resting(new()), (s, b) => open.Press(s, b, Now)).Screen.ShouldBe(TerminalScreen.Config);
    }

    [Fact]
    public void What_comes_while_somebody_is_in_the_menu_fails_unless_the_setting_says_otherwise()
    {
        DevicePaymentResponse payment = new("payment-1", "Till (r1)", "Card.Purchase", 500);
        var busy = new TerminalLogic(Id, new()).Press(Resting(new()), "Menu", Now);
        Taken(busy, payment, new()).Memory.Outcome!.Outcome.ShouldBe(PaymentOutcome.Failed);
        Taken(busy, payment, new() { DeviceMustBeIdle = false }).Payment.ShouldBe(payment);
        Taken(Resting(new()), payment, new()).Payment.ShouldBe(payment);
    }

    [Fact]
    public void An_unknown_type_that_devices_should_lack_is_refused_by_name()
    {
        new SmartConnectSettings { DevicesLack = "Card.CashAdvance, QR.Refund" }.DevicesLack.ShouldBe("Card.CashAdvance, QR.Refund");
        Should.Throw<FormatException>(() => new SmartConnectSettings { DevicesLack = "QR.Refund, Card.Purchse" }).Message
            .ShouldStartWith("unknown transaction type 'Card.Purchse'; allowed values: Card.Purchase, Card.Refund,");
    }

    [Fact]
    public void The_makers_menu_leads_to_pairing_and_unpairing()
    {
        var logic = new TerminalLogic(Id, new());
        var asked = new[] { "Menu", "3 Config" }.Aggregate(Resting(new()), (s, b) => logic.Press(s, b, Now));
        var integrations = logic.Press(
            logic.Press(logic.Type(asked, TerminalPanel.Password, "1234"), "OK", Now), "1 Pos Integrations", Now);
        logic.Show(integrations).Buttons.Select(b => b.Name).ShouldBe(["1 Authorise POS", "2 Unpair POS", "Back"]);
        logic.Press(integrations, "1 Authorise POS", Now).Screen.ShouldBe(TerminalScreen.Code);
        logic.Press(integrations, "2 Unpair POS", Now).Screen.ShouldBe(TerminalScreen.Registers);
        logic.Press(integrations, "Back", Now).Screen.ShouldBe(TerminalScreen.Ready);
    }

    private static Plays TerminalPaymentOf(string id) => new TerminalLogic(id, new()).Boot(new(new MemoryStore()), Now).Plays;

    private static TerminalState Resting(SmartConnectSettings settings)
    {
        var logic = new TerminalLogic(Id, settings);
        var booted = logic.Due(logic.Boot(new(new MemoryStore()), Now - settings.DeviceLooks), Now) with
        {
            OfferUntil = Now + settings.PairingOffered,
        };
        return Replied(logic, Replied(logic, booted, Done with { Session = "s" }), Done with { News = new(1, [], 0, null, 0, false) });
    }

    /// <summary>The payment is on the screen, or its end waits to be told.</summary>
    private static TerminalState Taken(TerminalState state, DevicePaymentResponse payment, SmartConnectSettings settings)
    {
        var logic = new TerminalLogic(Id, settings);
        var without = state with { OfferUntil = null };
        var taking = Replied(
            logic, logic.Due(without, Now + settings.DeviceLooks), Done with { News = new(2, [], 0, null, 1, true) });
        var taken = Replied(logic, taking, Done with { Payment = payment });
        return taken.Payment is null ? taken : Replied(logic, taken, Done);
    }

    private static TerminalState Replied(TerminalLogic logic, TerminalState state, TerminalReply reply) =>
        logic.Receive(state, logic.Wants(state).Single(), reply, Now);
}
