using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

public class DisplayWatchTests
{
    private readonly ListWitness _witness = new();
    private readonly DisplayWatch _watch;
    private int _seq;

    public DisplayWatchTests() => _watch = new DisplayWatch("commander-1", _witness, TimeProvider.System);

    [Fact]
    public void Believes_two_sentences_in_a_row()
    {
        Show(SegmentEncoder.First("1234"));
        _watch.Shown.ShouldBeNull();
        Show(SegmentEncoder.First("1234"));
        _watch.Shown.ShouldBe(SegmentEncoder.First("1234"));
    }

    [Fact]
    public void Does_not_believe_two_with_a_lost_or_a_damaged_one_between()
    {
        Show(SegmentEncoder.First("1234"));
        _seq++;
        Show(SegmentEncoder.First("1234"));
        _watch.Shown.ShouldBeNull();
        _watch.Feed("$PLDSP,0042,06,CF*73\r\n"u8);
        Show(SegmentEncoder.First("1234"));
        _watch.Shown.ShouldBeNull();
    }

    [Fact]
    public void A_lost_line_breaks_the_reading_of_a_password()
    {
        Turns("1234", 4);
        Lose();
        Twice(SegmentEncoder.First("1234"));
        _watch.Otp.ShouldBeNull();
        Turns("1234", 5);
        _watch.Otp?.Text.ShouldBe("1234");
    }

    [Fact]
    public void After_a_lost_line_what_was_shown_before_is_forgotten_and_told_again()
    {
        Twice(SegmentEncoder.First("1234"));
        Lose();
        _watch.Shown.ShouldBeNull();
        Show(SegmentEncoder.First("1234"));
        _watch.Shown.ShouldBeNull();
        Show(SegmentEncoder.First("1234"));
        _witness.Shown.ShouldBe([SegmentEncoder.First("1234"), SegmentEncoder.First("1234")]);
    }

    [Fact]
    public void Damaged_sentences_are_told_in_printable_characters()
    {
        _watch.Feed([(byte)'$', 0x00, (byte)'A', 0xFF, (byte)'\n']);
        _witness.Sentences.Single().ShouldBe((@"$\x00A\xFF", "dropped: not of the form $PLDSP,dddd,HH,HH*HH"));
    }

    [Fact]
    public async Task News_of_any_kind_wakes_who_waits()
    {
        var next = _watch.NextNews;
        next.IsCompleted.ShouldBeFalse();
        Show(default);
        await next;
        _watch.NextNews.IsCompleted.ShouldBeFalse();
    }

    private void Lose()
    {
        _watch.LineLost("test");
        _watch.LineBack();
    }

    private void Turns(string code, int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            Twice(turn % 2 == 0 ? SegmentEncoder.First(code) : SegmentEncoder.Second(code));
        }
    }

    private void Twice(DisplayShown shown)
    {
        Show(shown);
        Show(shown);
    }

    private void Show(DisplayShown shown)
    {
        var bytes = new byte[DisplayLinkSentence.Length];
        DisplayLinkSentence.Write(bytes, _seq++, shown.Left, shown.Right);
        _watch.Feed(bytes);
    }
}
