using System.Text;

namespace PairingLab.Drivers.Serial;

/// <summary>A recording that waits for a driver leaves no gap in what its display sends.</summary>
public sealed class HeldDisplayTests
{
    [Fact]
    public void It_goes_on_with_what_it_showed_and_counts_on_when_the_recording_does()
    {
        var held = new HeldDisplay();
        var sentences = new SentenceList();
        var reader = new DisplayLinkReader();
        reader.Feed(held.Played(Recorded("0041,06,DB", "0042,4F,66")), sentences);
        for (var i = 0; i < 3; i++)
        {
            reader.Feed(held.Next(), sentences);
        }

        reader.Feed(held.Played(Recorded("0043,00,00")), sentences);
        reader.Counts.Good.ShouldBe(6);
        reader.Counts.Damaged.ShouldBe(0);
        reader.Counts.Gaps.ShouldBe(0);
    }

    [Fact]
    public void A_damaged_sentence_stays_one()
    {
        var held = new HeldDisplay();
        held.Played(Recorded("0041,06,DB"));
        held.Next();
        var reader = new DisplayLinkReader();
        reader.Feed(held.Played("$PLDSP,0042,06,DB*00\r\n"u8.ToArray()), new SentenceList());
        reader.Counts.Good.ShouldBe(0);
        reader.Counts.Damaged.ShouldBe(1);
    }

    [Fact]
    public void Before_the_first_sentence_there_is_nothing_to_go_on_with() => new HeldDisplay().Next().ShouldBeEmpty();

    private static byte[] Recorded(params string[] bodies) => Encoding.ASCII.GetBytes(string.Concat(bodies
        .Select(b => $"PLDSP,{b}").Select(b => $"${b}*{b.Aggregate(0, (sum, c) => sum ^ c):X2}\r\n")));
}
