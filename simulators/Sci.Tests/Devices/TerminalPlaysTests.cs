using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.Sci.Tests.Core;

namespace PairingLab.Sci.Tests.Devices;

/// <summary>What a terminal does about a transaction by itself, and what it lets a person do.</summary>
public sealed class TerminalPlaysTests
{
    private static readonly DateTimeOffset Now = States.Now;
    private static readonly TimeSpan Delay = States.Settings.PlayedDelay;
    private static readonly TerminalLogic Logic = new("eftpos-1", States.Settings);
    private static readonly TerminalRequest Link = new TerminalRequest.Link();
    private static readonly TerminalTransaction Purchase = new("t", 1000, IsNew: false) { Amounts = new() { Purchase = 1000 } };

    [Theory]
    [InlineData(Plays.Person, TransactionStage.Card, null)]
    [InlineData(Plays.TimeOut, TransactionStage.Card, null)]
    [InlineData(Plays.TimeOut, TransactionStage.TipOnTerminal, null)]
    [InlineData(Plays.Approve, TransactionStage.Card, "approved")]
    [InlineData(Plays.LostAnswer, TransactionStage.Card, "approved")]
    [InlineData(Plays.Form, TransactionStage.Card, "approved")]
    [InlineData(Plays.Form, TransactionStage.TestForm, null)]
    [InlineData(Plays.Decline, TransactionStage.Card, "declined")]
    [InlineData(Plays.Cancel, TransactionStage.Card, "cancelled")]
    [InlineData(Plays.Sign, TransactionStage.Card, "signature")]
    [InlineData(Plays.Sign, TransactionStage.SignatureOnTerminal, "approved")]
    [InlineData(Plays.Sign, TransactionStage.SignatureOnPos, null)]
    [InlineData(Plays.Approve, TransactionStage.TipOnTerminal, "tip")]
    public void It_plays_what_is_set(Plays plays, TransactionStage stage, string? act) =>
        (Hear(Purchase with { Plays = plays, Stage = stage }).Waiting?.Do).ShouldBe(act);

    [Theory]
    [InlineData(Plays.Person, "cancelled")]
    [InlineData(Plays.Approve, "cancelled")]
    [InlineData(Plays.ApproveLate, null)]
    [InlineData(Plays.TimeOut, null)]
    public void Told_to_cancel_it_does_unless_it_plays_that_it_does_not(Plays plays, string? act)
    {
        var heard = Hear(Purchase with { Plays = plays, CancelAsked = true });
        (heard.Waiting?.Do).ShouldBe(act);
    }

    [Fact]
    public void It_approves_late_when_that_is_played()
    {
        var waits = Hear(Purchase with { Plays = Plays.ApproveLate });
        (waits.Waiting, Logic.NextDue(waits)).ShouldBe((null, Now + Delay));
        Logic.Due(waits, Now + Delay - TimeSpan.FromTicks(1)).Waiting.ShouldBeNull();
        var due = Logic.Due(waits, Now + Delay);
        (due.Waiting?.Do, Logic.NextDue(due)).ShouldBe(("approved", null));
    }

    [Fact]
    public void An_outage_takes_its_link_away_and_is_played_once()
    {
        var outage = Purchase with { Plays = Plays.LoseNetwork };
        var lost = Hear(outage);
        Logic.Wants(lost).ShouldBeEmpty();
        Logic.NextPulse(lost)!.Value.At.ShouldBe(Now + Delay);
        var back = Logic.Due(lost, Now + Delay);
        Logic.Wants(back).ShouldBe([Link]);
        (Hear(outage, back).Waiting?.Do).ShouldBe("approved");
    }

    [Fact]
    public void What_it_does_by_itself_brings_no_message_when_it_fails()
    {
        var asked = Hear(Purchase with { Plays = Plays.Approve });
        var failed = Logic.Receive(asked, new TerminalRequest.Act(asked.Waiting!), new(null, "not reached"), Now);
        (failed.Message, failed.Waiting).ShouldBe((null, null));
        var pressed = Logic.Press(Hear(Purchase), "Approve", Now);
        Logic.Receive(pressed, new TerminalRequest.Act(pressed.Waiting!), new(null, "not reached"), Now).Message.ShouldBe("not reached");
    }

    [Fact]
    public void The_customer_is_asked_about_a_receipt_with_its_flag()
    {
        var asks = Logic.Press(Hear(Purchase with { PromptsCustomerReceipt = true, PrintsMerchantReceipt = true }), "Approve", Now);
        asks.Waiting.ShouldBeNull();
        Logic.Show(asks).Texts.ShouldContain(TerminalTexts.ReceiptWanted);
        Logic.Press(asks, "No receipt", Now).Waiting.ShouldBe(new("approved", "t"));
        var prints = Logic.Press(asks, "Print receipt", Now);
        prints.Waiting.ShouldBe(new("approved", "t", Printed: true));

        // That the transaction is over is heard over the link before the answer comes.
        var over = Logic.Receive(prints, Link, new(View(null)), Now);
        var ended = Logic.Receive(over, new TerminalRequest.Act(prints.Waiting!), new(View(null)), Now);
        Logic.Show(ended).Texts.ShouldContain("Printed: merchant receipt");
        Logic.Show(ended).Texts.ShouldContain("Printed: customer receipt");
    }

    [Fact]
    public void A_tip_is_a_part_of_the_purchase()
    {
        var asks = Hear(Purchase with { Stage = TransactionStage.TipOnTerminal });
        Logic.Press(asks, "Tip 15 %", Now).Waiting.ShouldBe(new("tip", "t", "150"));
        Logic.Press(asks, "No tip", Now).Waiting.ShouldBe(new("tip", "t", "0"));
    }

    [Fact]
    public void How_it_takes_payments_is_set_on_its_pages()
    {
        var page = new[] { "Payments", "Outcomes" }.Aggregate(Hear(null), (s, b) => Logic.Press(s, b, Now));
        var asked = Logic.Press(page, "Play lost answer", Now);
        asked.Waiting.ShouldBe(new("configure", Options: new() { Plays = Plays.LostAnswer }));
        var set = View(null) with { Options = new() { Plays = Plays.LostAnswer, Tipping = Tipping.OnPos, Surcharge = 150 } };
        Logic.Show(Logic.Receive(asked, new TerminalRequest.Act(asked.Waiting!), new(set), Now)).Texts
            .ShouldBe(["Tipping: On the POS", "Surcharge: 1.5 %", "Plays: lost answer"]);
    }

    private static TerminalState Hear(TerminalTransaction? transaction, TerminalState? state = null) =>
        Logic.Receive(state ?? Logic.Boot(new(new Kernel.Store.MemoryStore()), Now), Link, new(View(transaction)), Now);

    private static TerminalView View(TerminalTransaction? transaction) =>
        new(7, "tid101", "Terminal 101", "tenant-1", Busy: false, null, [], transaction);
}
