using PairingLab.Reports.Evidence;
using PairingLab.Reports.Html;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Html;

/// <summary>Much that was seen is told in little.</summary>
public class SeenGroupTests
{
    [Fact]
    public void A_heartbeat_parts_no_panels_and_an_alternating_display_stands_twice()
    {
        List<Seen> seen = [Things.Client()];
        for (var i = 0; i < 10; i++)
        {
            seen.AddRange([Things.Sentence($"$PLDSP,000{i}"), Things.Display(1, (byte)(i % 2)), Things.Client()]);
        }

        seen.Add(Things.Keypad(""));
        var groups = SeenGroup.Of(seen);

        groups.Select(g => g.First.GetType()).ShouldBe([typeof(PanelSeen), typeof(SentenceSeen), typeof(DisplaySeen)]);
        groups[0].Items.Select(i => i.Times).ShouldBe([11, 1]);
        groups[1].Items.Count.ShouldBe(10);
        groups[2].Items.Select(i => i.Times).ShouldBe([5, 5]);
    }

    [Fact]
    public void Panels_and_exchanges_keep_their_order()
    {
        var groups = SeenGroup.Of([Things.Client(), Things.Exchange(""), Things.Client()]);
        groups.Select(g => g.First.GetType()).ShouldBe([typeof(PanelSeen), typeof(ExchangeSeen), typeof(PanelSeen)]);
    }
}
