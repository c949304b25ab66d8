using PairingLab.Kernel.Panels;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.Sci.Tests.Core;

namespace PairingLab.Sci.Tests.Devices;

public sealed class EveryScreenTests
{
    private static readonly PosReply[] Replies =
    [
        new(Done: true, Paired: PosStates.Pairing("pid_7", null, "tid7"), Purchase: new("txn_1", 2, "news", null)),
        new(Done: true, Paired: PosStates.Pairing("pid_7", "Bar", "tid7"), Purchase: new("txn_1", 3, "ended", "DECLINED")),
        new(Done: false, "no_active_pairings_found", "No active pairings found"), new(Done: false, "transaction_refused", "busy"), PosReply.None,
    ];

    [Fact]
    public void Every_screen_of_a_pos_can_be_shown_and_none_of_its_buttons_leads_nowhere()
    {
        foreach (var state in PosStates.All)
        {
            var panel = PosPanel.Of("pos", state);
            Check(panel);
            foreach (var button in panel.Buttons.Where(b => b.Enabled))
            {
                var next = PosDecisions.Press(state, button.Name);
                next.ShouldNotBe(state, $"[{button.Name}] does nothing on {panel.Title}");
                Check(PosPanel.Of("pos", next));
            }

            panel.Buttons.Where(b => !b.Enabled).ShouldAllBe(b => PosDecisions.Press(state, b.Name) == state, "a dead button does nothing");
            PosDecisions.Press(state, "no such button").ShouldBe(state);
        }
    }

    [Fact]
    public void Whatever_is_answered_a_pos_waits_no_longer()
    {
        foreach (var state in PosStates.All.Where(s => s.Waiting is not null && s.Purchase is null))
        {
            foreach (var reply in Replies)
            {
                var next = PosAnswers.Hear(state, state.Waiting!, reply);
                next.Waiting.ShouldNotBe(state.Waiting);
                Check(PosPanel.Of("pos", next));
                PosAnswers.Hear(next, state.Waiting!, reply).ShouldBe(next, "an answer counts once");
            }
        }
    }

    [Fact]
    public void A_pos_shows_no_secret_on_any_screen()
    {
        foreach (var panel in PosStates.All.Select(s => PosPanel.Of("pos", s)))
        {
            string.Join('\n', panel.Texts.Concat(panel.Fields.Select(f => f.Value))).ShouldNotContain("5b1e070927ddb9fe");
            string.Join('\n', panel.Texts).ShouldNotContain("kid_");
        }
    }

    [Fact]
    public void Every_screen_of_a_terminal_can_be_shown_and_none_of_its_buttons_leads_nowhere()
    {
        var views = States.All.Select(s => TerminalView.Of(s, "eftpos-1")).OfType<TerminalView>().ToList();
        var states = views.SelectMany(v => Enum.GetValues<TerminalPage>().Select(page => new TerminalState { View = v, Page = page, Typed = "Name", Connected = true }))
            .Concat([new(), new() { Online = false }, new() { Message = "news", View = views[0] }]).ToList();
        foreach (var state in states)
        {
            var panel = TerminalPanel.Of("eftpos-1", state);
            Check(panel);
            foreach (var button in panel.Buttons.Where(b => b.Enabled))
            {
                var next = TerminalDecisions.Press(state, button.Name);
                next.ShouldNotBe(state, $"[{button.Name}] does nothing on {panel.Title}");
                Check(TerminalPanel.Of("eftpos-1", next));
                TerminalDecisions.Answered(next, "refused").Waiting.ShouldBeNull();
            }
        }
    }

    /// <summary>A terminal that is switched on shows what is under way and nothing that is over.</summary>
    [Fact]
    public void After_power_on_only_what_is_under_way_is_shown()
    {
        foreach (var view in States.All.Select(s => TerminalView.Of(s, "eftpos-1")).OfType<TerminalView>())
        {
            var shown = TerminalDecisions.Unseen(TerminalDecisions.Hear(new(), view));
            (shown is null || shown.Status is PairingStatus.Initial or PairingStatus.Progressed).ShouldBeTrue($"{shown}");
        }
    }

    [Fact]
    public void An_older_view_is_passed_over()
    {
        var view = TerminalView.Of(States.All[^1], "eftpos-1")!;
        var state = TerminalDecisions.Hear(new(), view);
        TerminalDecisions.Hear(state, view with { Version = view.Version - 1, Nickname = "old" }).ShouldBe(state);
    }

    private static void Check(Panel panel)
    {
        panel.Title.ShouldNotBeEmpty();
        panel.Texts.ShouldAllBe(t => t.Length > 0);
        panel.Buttons.Select(b => b.Name).Distinct().Count().ShouldBe(panel.Buttons.Count, panel.Title);
    }
}
