using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.Sci.Tests.Core;

namespace PairingLab.Sci.Tests.Devices;

/// <summary>A terminal's link, and what it asks its tenant.</summary>
public sealed class TerminalLogicTests
{
    private static readonly DateTimeOffset Now = States.Now;
    private static readonly TimeSpan Beat = States.Settings.Heartbeat;
    private static readonly TerminalLogic Logic = new("eftpos-1", States.Settings);
    private static readonly TerminalRequest Link = new TerminalRequest.Link();
    private static readonly TerminalRequest SayHere = new TerminalRequest.SayHere();
    private static readonly TerminalView View = new(7, "tid101", "Terminal 101", "tenant-1", Busy: false, null, [], null);

    private static readonly TerminalState Booted = Logic.Boot(new(new Kernel.Store.MemoryStore()), Now);
    private static readonly TerminalState Up = Hear(Booted, View);

    [Fact]
    public void It_opens_its_link_at_once_and_looks_after_it_at_every_heartbeat()
    {
        Logic.Wants(Booted).ShouldBe([Link]);
        Logic.NextPulse(Booted).ShouldBe(new(Now + Beat, Beat));
        Logic.Wants(Up).ShouldBe([Link]);

        var checking = Logic.Due(Up, Now + Beat);
        Logic.Wants(checking).ShouldBe([Link, SayHere]);
        Logic.NextPulse(checking).ShouldBe(new(Now + (2 * Beat), Beat));
        Logic.Wants(Hear(checking, View with { Version = 6 })).ShouldBe([Link], "any view will do, an older one too");
    }

    [Fact]
    public void A_link_that_is_silent_or_breaks_is_opened_again_at_the_next_heartbeat()
    {
        foreach (var down in new[] { Receive(Logic.Due(Up, Now + Beat), SayHere), Receive(Up, Link), Receive(Booted, Link) })
        {
            Logic.Wants(down).ShouldBeEmpty();
            Logic.Wants(Logic.Due(down, down.BeatAt - TimeSpan.FromTicks(1))).ShouldBeEmpty();
            Logic.Wants(Logic.Due(down, down.BeatAt)).ShouldBe([Link]);
        }

        Logic.Show(Receive(Up, Link)).Texts.ShouldContain(TerminalTexts.NoConnection);
        Logic.Show(Up).Texts.ShouldNotContain(TerminalTexts.NoConnection);
    }

    [Fact]
    public void Offline_it_asks_nothing_until_it_is_online_again()
    {
        var offline = Logic.Press(Up, "Go offline", Now);
        (Logic.Wants(offline).Any(), Logic.NextPulse(offline)).ShouldBe((false, null));
        Logic.Wants(Logic.Due(offline, Now + Beat)).ShouldBeEmpty();
        var online = Logic.Press(offline, "Go online", Now + TimeSpan.FromDays(1));
        Logic.Wants(online).ShouldBe([Link]);
        online.BeatAt.ShouldBe(Now + TimeSpan.FromDays(1) + Beat);
    }

    [Fact]
    public void A_purchase_is_accepted_as_soon_as_it_is_heard_of()
    {
        var purchase = View with { Version = 8, Transaction = new("txn_1", 1000, IsNew: true) };
        Logic.Wants(Hear(Up, purchase)).ShouldContain(Act("accept", "txn_1"));
        Logic.Wants(Hear(Up, purchase with { Transaction = purchase.Transaction with { IsNew = false } })).ShouldBe([Link]);

        var busy = Hear(Logic.Press(Up, "Settlement", Now), purchase);
        Logic.Wants(busy).ShouldBe([Act("busy"), Link], "one act at a time");
        Logic.Wants(Answer(busy, new(purchase))).ShouldBe([Act("accept", "txn_1"), Link]);
        Answer(Hear(Up, purchase), new(null, "nothing to do")).Message.ShouldBeNull("nobody has pressed anything");
    }

    [Fact]
    public void What_the_tenant_refuses_is_said_and_taken_away_with_OK()
    {
        var refused = Answer(Logic.Press(Up, "Pair with POS", Now), new(null, "The terminal is busy"));
        Logic.Show(refused).Texts.ShouldBe(["The terminal is busy"]);
        Logic.Press(refused, "Pair with POS", Now).ShouldBe(refused, "it is not on the screen");
        Logic.Press(refused, "OK", Now).ShouldBe(Up);
    }

    [Fact]
    public void A_pairing_that_the_merchant_cancels_is_not_told_of_again()
    {
        var pairing = new TerminalPairing("pid_1", PairingStatus.Initial, null, "041234", null);
        var shown = Hear(Up, View with { Version = 8, Pairing = pairing });
        var asked = Logic.Press(shown, "Cancel", Now);
        Logic.Wants(asked).ShouldContain(Act("cancel", "pid_1"));
        var cancelled = View with { Version = 9, Pairing = pairing with { Status = PairingStatus.Revoked, Code = null } };
        Answer(asked, new(cancelled)).Unseen.ShouldBeNull();
        Hear(shown, cancelled).Unseen.ShouldBe(cancelled.Pairing, "the tenant ended it");
    }

    [Fact]
    public void A_new_nickname_leads_back_to_the_menu()
    {
        var typed = Logic.Type(Logic.Press(Up, "Settings", Now), TerminalPanel.Nickname, " Bar ");
        var asked = Logic.Press(typed, "Save", Now);
        asked.Waiting.ShouldBe(new("rename", Text: "Bar"));
        Answer(asked, new(View with { Version = 8, Nickname = "Bar" })).Page.ShouldBe(TerminalPage.Home);
        Answer(asked, new(null, "invalid")).Page.ShouldBe(TerminalPage.Settings);
        Logic.Press(Logic.Type(typed, TerminalPanel.Nickname, " "), "Save", Now).Waiting.ShouldBeNull();
    }

    private static TerminalRequest Act(string what, string? id = null) => new TerminalRequest.Act(new(what, id));

    private static TerminalState Hear(TerminalState state, TerminalView view) => Logic.Receive(state, Link, new(view), Now);

    private static TerminalState Receive(TerminalState state, TerminalRequest asked) => Logic.Receive(state, asked, new(), Now);

    private static TerminalState Answer(TerminalState state, TerminalReply reply) =>
        Logic.Receive(state, new TerminalRequest.Act(state.Waiting!), reply, Now);
}
