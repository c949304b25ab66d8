using System.Text;
using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

public class DisplayLinkReaderTests
{
    private const string Example = "$PLDSP,0042,06,CF*72\r\n";

    private readonly DisplayLinkReader _reader = new();

    [Fact]
    public void Reads_the_example_of_the_protocol() =>
        SentenceList.Of(_reader, Example).Good.ShouldBe([new DisplaySentence(42, 0x06, 0xCF)]);

    [Fact]
    public void Reads_a_sentence_cut_into_any_two_pieces()
    {
        for (var cut = 0; cut <= Example.Length; cut++)
        {
            var list = new SentenceList();
            var reader = new DisplayLinkReader();
            reader.Feed(Encoding.ASCII.GetBytes(Example[..cut]), list);
            reader.Feed(Encoding.ASCII.GetBytes(Example[cut..]), list);
            list.Good.Count.ShouldBe(1, $"cut at {cut}");
            list.Faults.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("$PLDSP,0042,06,CF*73\r\n", SentenceFault.Checksum)]
    [InlineData("$PLDSP,0043,06,CF*72\r\n", SentenceFault.Checksum)]
    [InlineData("$PLDSP,0042,06,CF*7x\r\n", SentenceFault.Malformed)]
    [InlineData("$PLDSP,0042,06,CF\r\n", SentenceFault.Malformed)]
    [InlineData("$PLDSP,0042,06,CF*72$", SentenceFault.Malformed)]
    [InlineData("$\r\n", SentenceFault.Malformed)]
    [InlineData("$*00\r\n", SentenceFault.Malformed)]
    [InlineData("$PLDSQ*5A\r\n", SentenceFault.Malformed)]
    public void Drops_and_names_a_damaged_sentence(string text, SentenceFault fault)
    {
        var list = SentenceList.Of(_reader, text);
        list.Good.ShouldBeEmpty();
        list.Faults.ShouldBe([fault]);
        _reader.Counts.Damaged.ShouldBe(1);
    }

    [Theory]
    [InlineData("PLDSP,0042,06,cf")]
    [InlineData("PLDSP,042,06,CF")]
    [InlineData("PLDSP,00042,06,CF")]
    [InlineData("PLDSP,0x42,06,CF")]
    [InlineData("PLDSP,0042,06,CF,00")]
    [InlineData("PLDSX,0042,06,CF")]
    [InlineData("PLDSP;0042;06;CF")]
    public void A_right_checksum_does_not_excuse_a_wrong_form(string body)
    {
        var sum = body.Aggregate(0, (s, c) => s ^ c);
        SentenceList.Of(_reader, $"${body}*{sum:X2}\r\n").Faults.ShouldBe([SentenceFault.Malformed]);
    }

    [Fact]
    public void A_lower_case_checksum_is_malformed()
    {
        // The checksum of "PLDSP,0004,5B,CF" has no letter in it; this one has.
        var upper = Enumerable.Range(0, 9999).Select(Sentence).First(s => s[^4..^2].Any(char.IsLetter));
        var lower = upper[..^4] + upper[^4..].ToLowerInvariant();
        SentenceList.Of(_reader, lower).Faults.ShouldBe([SentenceFault.Malformed]);
        SentenceList.Of(_reader, upper).Good.Count.ShouldBe(1);
    }

    [Fact]
    public void Eighty_two_characters_are_allowed_and_eighty_three_are_not()
    {
        SentenceList.Of(_reader, "$" + new string('x', 79) + "\r\n").Faults.ShouldBe([SentenceFault.Malformed]);
        SentenceList.Of(_reader, "$" + new string('x', 80) + "\r\n").Faults.ShouldBe([SentenceFault.Overlong]);
        SentenceList.Of(_reader, Example).Good.Count.ShouldBe(1);
    }

    [Fact]
    public void An_overlong_sentence_is_counted_once_however_long()
    {
        var list = SentenceList.Of(_reader, "$" + new string('x', 5000) + Example);
        list.Faults.ShouldBe([SentenceFault.Overlong]);
        list.Good.Count.ShouldBe(1);
    }

    [Fact]
    public void Takes_up_again_at_the_next_dollar()
    {
        var list = SentenceList.Of(_reader, "LDSP,0041,06$PLDSP,00" + Example + "noise" + Example);
        list.Good.Count.ShouldBe(2);
        list.Faults.ShouldBe([SentenceFault.Malformed]);
    }

    [Fact]
    public void Counts_gaps_and_lets_the_sequence_wrap()
    {
        var text = string.Concat(new[] { 9998, 9999, 0, 1, 5, 6 }.Select(Sentence));
        SentenceList.Of(_reader, text).Good.Count.ShouldBe(6);
        _reader.Counts.ShouldBe(new DisplayLinkCounts(text.Length, 6, 0, 0, 0, 1));
    }

    [Fact]
    public void A_restart_forgets_half_a_sentence_and_the_sequence()
    {
        SentenceList.Of(_reader, Sentence(1) + "$PLDSP,00");
        _reader.Restart();
        SentenceList.Of(_reader, "42,06,CF*72\r\n" + Sentence(77)).Good.Single().Seq.ShouldBe(77);
        _reader.Counts.Gaps.ShouldBe(0);
    }

    [Fact]
    public void A_byte_lost_anywhere_never_gives_another_sentence()
    {
        for (var lost = 0; lost < Example.Length; lost++)
        {
            var list = SentenceList.Of(new DisplayLinkReader(), Example.Remove(lost, 1) + Sentence(43));
            list.Good[^1].Seq.ShouldBe(43, $"lost {lost}");
            list.Good[..^1].ShouldAllBe(s => s == new DisplaySentence(42, 0x06, 0xCF));
            // Only the two bytes of the line end can be missed without harm.
            list.Good.Count.ShouldBe(lost >= Example.Length - 2 ? 2 : 1, $"lost {lost}");
        }
    }

    [Fact]
    public void Feeding_allocates_nothing()
    {
        var bytes = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Range(0, 1000).Select(Sentence)) + "$PLDSP,xx\r\n$" + new string('y', 200));
        var sink = new NoSink();
        _reader.Feed(bytes, sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _reader.Feed(bytes, sink);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        _reader.Counts.Good.ShouldBe(2000);
    }

    [Fact]
    public void Reads_twenty_megabytes_a_second()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(Sentence)));
        var sink = new NoSink();
        // The best of many short tries, since the machine has other work.
        var best = Enumerable.Range(0, 200).Min(_ => Elapsed(() => _reader.Feed(bytes, sink)));
        (bytes.Length / best.TotalSeconds / 1e6).ShouldBeGreaterThan(20);
    }

    private static TimeSpan Elapsed(Action act)
    {
        var began = TimeProvider.System.GetTimestamp();
        act();
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static string Sentence(int seq)
    {
        Span<byte> bytes = stackalloc byte[DisplayLinkSentence.Length];
        DisplayLinkSentence.Write(bytes, seq, 0x06, 0xCF);
        return Encoding.ASCII.GetString(bytes);
    }
}
