using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Devices.Terminal;

namespace PairingLab.SmartConnect.Tests.Devices;

/// <summary>What a payment device asks, and in which order.</summary>
public sealed class TerminalLogicTests
{
    private const string Id = "SP-4711";

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly SmartConnectSettings Settings = new();

    private static readonly TerminalLogic Logic = new(Id, Settings);

    private static readonly TerminalReply Done = new(Done: true);

    private static readonly TerminalReply NoAnswer = new(Done: false);

    private static readonly TerminalState Booted = Boot(new MemoryStore());

    /// <summary>It has signed on, and rests.</summary>
    private static readonly TerminalState Resting = Replied(Replied(Booted, Done with { Session = "s" }), News(1));

    [Fact]
    public void Switched_on_it_signs_on_and_looks_for_something_new()
    {
        Logic.Wants(Booted).ShouldBe([new TerminalRequest.SignOn(Id, $"SN-{Id}")]);
        var signedOn = Replied(Booted, Done with { Session = "s" });
        Logic.Wants(signedOn).ShouldBe([new TerminalRequest.Look(Id, "s", null)]);
        Logic.NextPulse(signedOn).ShouldBeNull("it waits for an answer");
        Logic.Wants(Resting).ShouldBeEmpty();
        Logic.NextPulse(Resting).ShouldBe(new Pulse(Now + Settings.DeviceLooks, Settings.DeviceLooks));
        Logic.Wants(Logic.Due(Resting, Now + Settings.DeviceLooks)).ShouldBe([new TerminalRequest.Look(Id, "s", 1)]);
    }

    [Fact]
    public void The_memory_of_a_device_that_was_switched_off_is_read_and_its_outcome_is_told_before_anything_else()
    {
        var store = new MemoryStore();
        store.Save(($"payment-device/{Id}/memory", """
            {"internalId":"SP-1","outcome":{"payment":"p1","outcome":"accepted","card":{"authId":"A1","acquirerRef":"Q1",
            "terminalRef":"T1","cardPan":"411111******1111","cardType":"VISA","accountType":"CREDIT"}}}
            """));
        var booted = Boot(store);
        Logic.Wants(booted).ShouldBe([new TerminalRequest.SignOn("SP-1", $"SN-{Id}")]);
        var signedOn = Replied(booted, Done with { Session = "s" });
        var card = new CardDetails("A1", "Q1", "T1", "411111******1111", "VISA", "CREDIT");
        Logic.Wants(signedOn).ShouldBe([new TerminalRequest.TellOutcome("SP-1", "s", new("p1", PaymentOutcome.Accepted, card))]);
        Replied(signedOn, NoAnswer).Memory.ShouldBe(booted.Memory);
        Replied(signedOn, Done).Memory.ShouldBe(new("SP-1", null));
        Replied(signedOn, NoAnswer with { Refusal = "not_its_payment" }).Memory.ShouldBe(new("SP-1", null));
    }

    [Fact]
    public void Unpairing_that_is_not_answered_is_told_and_not_tried_again()
    {
        var known = Replied(Pressed(Resting, "Registers"), News(2, new DeviceRegisterResponse("r1", "Till (r1)", "Store")));
        var confirmed = Pressed(Replied(Pressed(known, "Unpair Till (r1)"), Done), "Yes");
        Logic.Wants(confirmed).ShouldBe([new TerminalRequest.Unpair(Id, "s", "r1")]);
        Logic.Show(confirmed).Texts.ShouldBe(["Please wait..."]);
        var told = Replied(confirmed, NoAnswer);
        Logic.Show(told).Texts.ShouldBe([TerminalTexts.NotUnpaired]);
        Logic.Wants(Logic.Due(told, Now + Settings.DeviceLooks)).ShouldBe([new TerminalRequest.Look(Id, "s", 2)]);
    }

    [Fact]
    public void A_device_whose_internal_id_is_taken_over_asks_nothing_any_more()
    {
        var replaced = Replied(Pressed(Resting, "Registers"), NoAnswer with { Refusal = "replaced" });
        Logic.Wants(replaced).ShouldBeEmpty();
        (Logic.NextPulse(replaced), Logic.NextDue(replaced)).ShouldBe((null, null));
        Logic.Show(replaced).Title.ShouldBe("Out of service");
        Pressed(replaced, "Pair a register").ShouldBe(replaced);
        var changed = Pressed(Logic.Type(Pressed(replaced, "Service"), TerminalPanel.InternalId, "SP-2"), "Save");
        Logic.Wants(changed).ShouldBe([new TerminalRequest.SignOn("SP-2", $"SN-{Id}")]);
    }

    [Fact]
    public void A_code_is_asked_for_once_the_one_before_it_is_off_and_not_while()
    {
        var closing = Pressed(Shown(Pressed(Resting, "Pair a register")), "Cancel");
        Logic.Wants(closing).ShouldBe([new TerminalRequest.HideCode(Id, "s")]);
        var again = Pressed(closing, "Pair a register");
        Logic.Wants(again).ShouldBe(Logic.Wants(closing), "or the server could hear of the new code first");
        Logic.Wants(Replied(again, Done)).ShouldBe([new TerminalRequest.ShowCode(Id, "s")]);
    }

    [Fact]
    public void A_code_is_refreshed_in_time_and_expires_when_nobody_answers()
    {
        var shown = Shown(Pressed(Resting, "Pair a register"));
        Logic.NextDue(shown).ShouldBe(Now + Settings.CodeRefresh);
        var due = Logic.Due(shown, Now + Settings.CodeRefresh);
        Logic.Wants(due).ShouldBe([new TerminalRequest.ShowCode(Id, "s")]);
        var inVain = Replied(due, NoAnswer);
        Logic.Show(inVain).Texts.ShouldBe([TerminalTexts.EnterCode, "ABCDEF", TerminalTexts.Offline]);
        Logic.NextDue(inVain).ShouldBe(Now + Settings.CodeLifetime);
        var expired = Logic.Due(inVain, Now + Settings.CodeLifetime);
        Logic.Show(expired).Texts.ShouldBe([TerminalTexts.CodeExpired, TerminalTexts.Offline]);
        Logic.NextDue(expired).ShouldBeNull();
    }

    [Fact]
    public void A_register_that_was_paired_before_pairing_was_opened_is_not_announced()
    {
        var opened = Pressed(Booted, "Pair a register");
        var signedOn = Replied(opened, Done with { Session = "s" });
        Logic.Wants(signedOn).ShouldBe([new TerminalRequest.Look(Id, "s", null)], "a code comes after the number of pairings");
        var looked = Replied(signedOn, Done with { News = new(5, [], 3, "Till (r1)", 0, false) });
        Logic.Wants(looked).ShouldBe([new TerminalRequest.ShowCode(Id, "s")]);
        var looking = Logic.Due(Shown(looked), Now + Settings.DeviceLooks);
        Logic.Show(Replied(looking, Done with { News = new(6, [], 4, "Bar (r2)", 0, false) })).Texts
            .ShouldBe(["Bar (r2) is paired with this device."]);
    }

    [Fact]
    public void A_payment_is_taken_and_its_outcome_told()
    {
        var taking = Replied(Logic.Due(Resting, Now + Settings.DeviceLooks), Done with { News = new(2, [], 0, null, 1, true) });
        Logic.Wants(taking).ShouldBe([new TerminalRequest.TakePayment(Id, "s")]);
        var taken = Replied(taking, Done with { Payment = new("payment-1", "Till (r1)", "Card.Purchase", 1250) });
        Logic.Show(taken).Texts.ShouldBe(["Amount: $12.50", "Register: Till (r1)"]);
        var declined = Pressed(Replied(taken, Done), "Decline");
        Logic.Wants(declined).Single().ShouldBeOfType<TerminalRequest.TellOutcome>().Outcome.Outcome.ShouldBe(PaymentOutcome.Declined);
        var told = Replied(declined, Done);
        Logic.Wants(told).ShouldBe([new TerminalRequest.Look(Id, "s", 2)], "the next customer waits until the message is gone");
        Logic.NextDue(told).ShouldBe(Now + Settings.MessageStays);
    }

    [Fact]
    public void A_payment_that_is_gone_is_not_asked_for_again()
    {
        var taking = Replied(Logic.Due(Resting, Now + Settings.DeviceLooks), Done with { News = new(2, [], 0, null, 1, true) });
        var looking = Replied(taking, Done);
        Logic.Wants(looking).ShouldBe([new TerminalRequest.Look(Id, "s", 2)]);
        Logic.Wants(Replied(looking, Done)).ShouldBeEmpty();
    }

    [Fact]
    public void A_function_that_it_does_not_have_is_answered_as_unavailable()
    {
        var taking = Replied(Logic.Due(Resting, Now + Settings.DeviceLooks), Done with { News = new(2, [], 0, null, 1, true) });
        var lacking = new TerminalLogic(Id, Settings with { DevicesLack = "Card.CashAdvance, QR.Refund" });
        var refused = lacking.Receive(
            taking, lacking.Wants(taking).Single(), Done with { Payment = new("p1", "Till (r1)", "QR.Refund", 100) }, Now);
        Logic.Wants(refused).ShouldBe([new TerminalRequest.TellOutcome(Id, "s", new("p1", PaymentOutcome.Unavailable, null))]);
        Logic.Show(refused).Texts.ShouldBe(["QR.Refund is not available on this device."]);
    }

    [Fact]
    public void A_device_that_has_to_sign_on_again_does_so_at_its_next_look()
    {
        var lost = Replied(Pressed(Resting, "Registers"), NoAnswer with { Refusal = "not_signed_on" });
        Logic.Wants(lost).ShouldBeEmpty();
        Logic.Wants(Logic.Due(lost, Now + Settings.DeviceLooks)).ShouldBe([new TerminalRequest.SignOn(Id, $"SN-{Id}")]);
    }

    private static TerminalState Boot(MemoryStore store) =>
        Logic.Due(Logic.Boot(new DeviceDisk(store), Now), Now + Settings.DeviceLooks);

    private static TerminalState Pressed(TerminalState state, string button) => Logic.Press(state, button, Now);

    /// <summary>The state after a reply to what it asks now.</summary>
    private static TerminalState Replied(TerminalState state, TerminalReply reply) =>
        Logic.Receive(state, Logic.Wants(state).Single(), reply, Now);

    /// <summary>The code that it asks for has come, and it has looked once more.</summary>
    private static TerminalState Shown(TerminalState state) => Replied(
        Replied(state, Done with { Code = new("ABCDEF", Settings.CodeRefresh.TotalSeconds, Settings.CodeLifetime.TotalSeconds) }), Done);

    private static TerminalReply News(long version, params DeviceRegisterResponse[] registers) =>
        Done with { News = new(version, registers, 0, null, 0, false) };
}
