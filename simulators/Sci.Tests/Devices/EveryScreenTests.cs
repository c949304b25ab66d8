using PairingLab.Kernel.Panels;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.Sci.Tests.Core;

namespace PairingLab.Sci.Tests.Devices;

public sealed class EveryScreenTests
{
    private static readonly DateTimeOffset Now = States.Now;
    private static readonly PosLogic Pos = new("pos", States.Settings);
    private static readonly TerminalLogic Terminal = new("eftpos-1", States.Settings);
    private static readonly StoredPairing Bar = PosStates.Pairing("pid_7", "Bar", "tid7");

    private static readonly PosReply[] Replies =
    [
        new(Done: true, Paired: Bar with { PairingNickname = null }, Purchase: new("txn_1", 2, "news", null, Bar, 1000)),
        new(Done: true, Paired: Bar, Purchase: new("txn_1", 3, "ended", "DECLINED", Bar, 1000)),
        new(Done: false, "no_active_pairings_found", "No active pairings found"), new(Done: false, "transaction_refused", "busy"),
        PosReply.None,
    ];

    private static readonly List<TerminalView> Views = [.. States.All.Select(s => TerminalView.Of(s, "eftpos-1")).OfType<TerminalView>()];

    [Fact]
    public void Every_screen_of_a_pos_can_be_shown_and_none_of_its_buttons_leads_nowhere()
    {
        foreach (var state in PosStates.All)
        {
            var panel = Pos.Show(state);
            Check(panel);
            foreach (var button in panel.Buttons.Where(b => b.Enabled))
            {
                var next = Pos.Press(state, button.Name, Now);
                next.ShouldNotBe(state, $"[{button.Name}] does nothing on {panel.Title}");
                Check(Pos.Show(next));
            }

            panel.Buttons.Where(b => !b.Enabled).ShouldAllBe(b => Pos.Press(state, b.Name, Now) == state, "a dead button does nothing");
            Pos.Press(state, "no such button", Now).ShouldBe(state);
        }
    }

    [Fact]
    public void Whatever_is_answered_a_pos_waits_no_longer()
    {
        foreach (var state in PosStates.All.Where(s => s.Waiting is not null))
        {
            foreach (var reply in Replies)
            {
                var next = Pos.Receive(state, state.Waiting!, reply, Now);
                Pos.Wants(next).ShouldNotContain(state.Waiting, "or it would be asked again");
                Check(Pos.Show(next));
            }
        }
    }

    [Fact]
    public void A_pos_shows_no_secret_on_any_screen()
    {
        foreach (var panel in PosStates.All.Select(Pos.Show))
        {
            string.Join('\n', panel.Texts.Concat(panel.Fields.Select(f => f.Value))).ShouldNotContain("5b1e070927ddb9fe");
            string.Join('\n', panel.Texts).ShouldNotContain("kid_");
        }
    }

    [Fact]
    public void Every_screen_of_a_terminal_can_be_shown_and_none_of_its_buttons_leads_nowhere()
    {
        var pages = from view in Views
                    from page in Enum.GetValues<TerminalPage>()
                    select new TerminalState { View = view, Page = page, Typed = "Name", Link = LinkStatus.Up };
        pages = pages.Concat(pages.Where(s => s.View!.Transaction is { AwaitsPos: false, PromptsCustomerReceipt: true })
            .Select(s => s with { Choice = new("approved", "txn_1") }).ToList());
        foreach (var state in pages.Concat([new(), new() { Link = LinkStatus.Off }, new() { Message = "news", View = Views[0] }]))
        {
            var panel = Terminal.Show(state);
            Check(panel);
            foreach (var button in panel.Buttons.Where(b => b.Enabled))
            {
                var next = Terminal.Press(state, button.Name, Now);
                next.ShouldNotBe(state, $"[{button.Name}] does nothing on {panel.Title}");
                Check(Terminal.Show(next));
                if (next.Waiting is { } act)
                {
                    Terminal.Receive(next, new TerminalRequest.Act(act), new(null, "refused"), Now).Waiting.ShouldBeNull();
                }
            }

            Terminal.Press(state, "no such button", Now).ShouldBe(state);
        }
    }

    /// <summary>A terminal that is switched on shows what is under way and nothing that is over.</summary>
    [Fact]
    public void After_power_on_only_what_is_under_way_is_shown()
    {
        foreach (var view in Views)
        {
            var shown = Hear(new(), view).Unseen;
            (shown is null || shown.Status is PairingStatus.Initial or PairingStatus.Progressed).ShouldBeTrue($"{shown}");
        }
    }

    [Fact]
    public void An_older_view_is_passed_over()
    {
        var state = Hear(new(), Views[^1]);
        Hear(state, Views[^1] with { Version = Views[^1].Version - 1, Nickname = "old" }).ShouldBe(state);
    }

    private static TerminalState Hear(TerminalState state, TerminalView view) =>
        Terminal.Receive(state, new TerminalRequest.Link(), new(view), Now);

    private static void Check(Panel panel)
    {
        panel.Title.ShouldNotBeEmpty();
        panel.Texts.ShouldAllBe(t => t.Length > 0);
        panel.Buttons.Select(b => b.Name).Distinct().Count().ShouldBe(panel.Buttons.Count, panel.Title);
    }
}
