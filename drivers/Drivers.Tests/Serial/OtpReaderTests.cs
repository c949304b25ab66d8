namespace PairingLab.Drivers.Serial;

public class OtpReaderTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly OtpReader _reader = new();
    private int _seq;

    [Theory]
    [InlineData("1234")]
    [InlineData("1111")]
    [InlineData("0000")]
    [InlineData("ACdE")]
    [InlineData("8818")]
    public void Reads_five_turns_of_the_same_pairs(string code)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Turn(code, turn);
            _reader.Reading.ShouldBeNull();
        }

        Turn(code, 4);
        _reader.Reading?.Text.ShouldBe(code);
    }

    [Fact]
    public void Reads_a_display_met_at_its_second_pair()
    {
        for (var turn = 1; turn < 6; turn++)
        {
            Turn("1234", turn);
        }

        _reader.Reading?.Text.ShouldBe("1234");
    }

    [Fact]
    public void Two_sentences_in_a_row_must_agree()
    {
        for (var turn = 0; turn < 40; turn++)
        {
            Show(turn % 2 == 0 ? SegmentEncoder.First("1234") : SegmentEncoder.Second("1234"));
        }

        _reader.Reading.ShouldBeNull();
        _reader.Progress.ShouldBe(OtpProgress.Nothing);
    }

    [Fact]
    public void Two_with_a_lost_one_between_are_not_in_a_row()
    {
        for (var turn = 0; turn < 20; turn++)
        {
            Show(turn / 2 % 2 == 0 ? SegmentEncoder.First("1234") : SegmentEncoder.Second("1234"));
            _seq++;
        }

        _reader.Reading.ShouldBeNull();
    }

    [Fact]
    public void A_code_replaced_between_its_pairs_is_never_mixed_with_the_next()
    {
        for (var old = 0; old < 7; old++)
        {
            _reader.Restart();
            for (var turn = 0; turn <= old; turn++)
            {
                Turn("1234", turn);
            }

            for (var turn = 1; turn < 7; turn++)
            {
                Turn("5678", turn);
            }

            _reader.Reading?.Text.ShouldBe(old < 4 ? "5678" : "1234");
        }
    }

    [Theory]
    [InlineData("1234", "1256")]
    [InlineData("1234", "5634")]
    public void Codes_that_share_a_pair_are_not_mixed(string old, string code)
    {
        for (var before = 0; before < 4; before++)
        {
            _reader.Restart();
            Turns(old, before);
            Turns(code, 6);
            _reader.Reading?.Text.ShouldBe(code, $"{before} turns of the old one before");
        }
    }

    [Fact]
    public void A_display_caught_half_changed_on_both_ways_is_not_believed()
    {
        // 12. -> 34 with the left digit first, and back with the right one first: "32." is seen both times.
        var half = new DisplayShown(SegmentEncoder.Of('3'), SegmentEncoder.Of('2', point: true));
        for (var round = 0; round < 6; round++)
        {
            Turn("1234", 0);
            Show(half, half);
            Turn("1234", 1);
            Show(half, half);
        }

        _reader.Reading.ShouldBeNull();
    }

    [Fact]
    public void Half_a_change_seen_once_does_no_harm()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            Show(new DisplayShown(SegmentEncoder.Of('3'), SegmentEncoder.Of('2', point: true)));
            Turn("1234", turn);
        }

        _reader.Reading?.Text.ShouldBe("1234");
    }

    [Fact]
    public void A_short_dark_between_the_pairs_does_no_harm()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            Turn("1234", turn);
            Show(default, default);
        }

        _reader.Reading?.Text.ShouldBe("1234");
    }

    [Fact]
    public void A_long_dark_breaks_the_chain()
    {
        Turns("1234", 4);
        Show([.. Enumerable.Repeat(default(DisplayShown), 10)]);
        Turn("1234", 0);
        _reader.Reading.ShouldBeNull();
    }

    [Fact]
    public void Many_lost_sentences_break_the_chain()
    {
        Turns("1234", 4);
        _seq += 5;
        Turn("1234", 0);
        _reader.Reading.ShouldBeNull();
    }

    [Fact]
    public void One_lost_sentence_a_turn_does_no_harm()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            Turn("1234", turn);
            _seq++;
        }

        _reader.Reading?.Text.ShouldBe("1234");
    }

    [Fact]
    public void A_lost_line_breaks_the_chain()
    {
        Turns("1234", 4);
        _reader.ForgetLine();
        Turn("1234", 0);
        _reader.Reading.ShouldBeNull();
    }

    [Fact]
    public void The_sequence_may_wrap_on_the_way()
    {
        _seq = 9993;
        Reads_five_turns_of_the_same_pairs("1234");
    }

    [Fact]
    public void Without_the_point_nothing_is_read()
    {
        for (var turn = 0; turn < 8; turn++)
        {
            Twice(SegmentEncoder.Second(turn % 2 == 0 ? "1212" : "3434"));
        }

        _reader.Reading.ShouldBeNull();
        _reader.Progress.ShouldBe(OtpProgress.Second);
    }

    [Fact]
    public void With_the_point_stuck_on_nothing_is_read()
    {
        for (var turn = 0; turn < 8; turn++)
        {
            Twice(SegmentEncoder.First(turn % 2 == 0 ? "12" : "34"));
        }

        _reader.Reading.ShouldBeNull();
        _reader.Progress.ShouldBe(OtpProgress.First);
    }

    [Fact]
    public void Three_pairs_in_turn_are_no_site_otp()
    {
        for (var round = 0; round < 6; round++)
        {
            Turn("A1C2", 0);
            Turn("A1C2", 1);
            Turn("A1d3", 1);
        }

        _reader.Reading.ShouldBeNull();
    }

    [Fact]
    public void The_point_on_the_left_digit_is_named()
    {
        Twice(new DisplayShown(SegmentEncoder.Of('1', point: true), SegmentEncoder.Of('2')));
        _reader.Obstacle.ShouldBe("the point is lit on the left digit; the first pair has it on the right one");
    }

    [Fact]
    public void An_unknown_pattern_is_named_and_breaks_the_chain()
    {
        Turns("1234", 4);
        Twice(new DisplayShown(0x43, SegmentEncoder.Of('2', point: true)));
        Turns("1234", 4);
        _reader.Reading.ShouldBeNull();
        _reader.Obstacle.ShouldBe("left digit: no known character: segments a b g lit; right digit: 2.");
    }

    [Fact]
    public void A_segment_that_was_seen_lit_alone_is_not_trusted_until_it_goes_dark()
    {
        Twice(new DisplayShown(0x40, 0)); // g of the left digit stuck on, the display else dark
        for (var turn = 0; turn < 6; turn++)
        {
            Turn("8123", turn); // 0123 with that g
        }

        _reader.Reading.ShouldBeNull();
        _reader.Obstacle.ShouldNotBeNull().ShouldContain("left digit, segment g stuck on?");
        for (var turn = 0; turn < 6; turn++)
        {
            Turn("0123", turn); // repaired
        }

        _reader.Reading?.Text.ShouldBe("0123");
    }

    [Fact]
    public void A_restart_reads_a_new_code()
    {
        Reads_five_turns_of_the_same_pairs("1234");
        _reader.Restart();
        _reader.Reading.ShouldBeNull();
        Reads_five_turns_of_the_same_pairs("5678");
    }

    [Fact]
    public void The_reading_does_not_print_its_secret()
    {
        Reads_five_turns_of_the_same_pairs("1234");
        _reader.Reading!.ToString().ShouldNotContain("1234");
    }

    private void Turn(string code, int turn) => Twice(turn % 2 == 0 ? SegmentEncoder.First(code) : SegmentEncoder.Second(code));

    private void Turns(string code, int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            Turn(code, turn);
        }
    }

    private void Twice(DisplayShown shown) => Show(shown, shown);

    private void Show(params DisplayShown[] all)
    {
        foreach (var shown in all)
        {
            _reader.Feed(new DisplaySentence(_seq++ % 10000, shown.Left, shown.Right), Noon.AddMilliseconds(200 * _seq));
        }
    }
}
