using System.Text;

namespace PairingLab.Kernel.Serial;

public class SerialFaultTests
{
    private const string Sentence = "$PLDSP,0042,06,CF*72\r\n";

    private readonly KeptPort _port = new();
    private readonly SerialCable _cable;

    public SerialFaultTests() => _cable = new SerialCable(_port, new Random(1));

    [Fact]
    public void A_sound_cable_changes_nothing() => Sent().ShouldBe(Sentence);

    [Fact]
    public void A_cut_cable_passes_nothing_either_way()
    {
        var heard = 0;
        _cable.Received += _ => heard++;
        _cable.Connected = false;
        _port.Hear("x");
        Sent().ShouldBeEmpty();
        _cable.Connected = true;
        _port.Hear("x");
        Sent().ShouldBe(Sentence);
        heard.ShouldBe(1);
    }

    [Fact]
    public void Each_byte_can_be_lost()
    {
        for (var position = 0; position < Sentence.Length; position++)
        {
            _cable.Mend();
            _cable.Add(new LoseByte(position));
            Sent().ShouldBe(Sentence.Remove(position, 1));
            Sent().ShouldBe(Sentence.Remove(position, 1));
        }
    }

    [Fact]
    public void A_byte_can_be_lost_in_the_next_sentences_only()
    {
        _cable.Add(new LoseByte(0, sentences: 2));
        (Sent() + Sent() + Sent()).ShouldBe(Sentence[1..] + Sentence[1..] + Sentence);
    }

    [Fact]
    public void A_byte_that_is_not_there_cannot_be_lost()
    {
        _cable.Add(new LoseByte(22));
        Sent().ShouldBe(Sentence);
    }

    [Theory]
    [InlineData('d', DisplayDigit.Left, true, "$PLDSP,0042,0E,CF*01\r\n")]
    [InlineData('b', DisplayDigit.Left, false, "$PLDSP,0042,04,CF*70\r\n")]
    [InlineData('p', DisplayDigit.Right, false, "$PLDSP,0042,06,4F*05\r\n")]
    [InlineData('g', DisplayDigit.Right, true, Sentence)]
    public void A_stuck_segment_shows_with_a_right_checksum(char segment, DisplayDigit digit, bool lit, string shown)
    {
        _cable.Add(new StuckSegment(segment, digit, lit));
        Sent().ShouldBe(shown);
    }

    [Fact]
    public void There_is_no_segment_h() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new StuckSegment('h', DisplayDigit.Left, lit: true));

    [Fact]
    public void Garbage_only_adds_and_is_the_same_for_the_same_seed()
    {
        _cable.Add(new Garbage(new Random(5)));
        var sent = Sent();
        sent.Length.ShouldBeInRange(Sentence.Length + 1, Sentence.Length + 8);
        _cable.Mend();
        _cable.Add(new Garbage(new Random(5)));
        Sent().ShouldBe(sent);
    }

    [Fact]
    public void A_lossy_cable_loses_about_as_many_bytes_as_it_should()
    {
        _cable.Add(new Lossy(0.1, new Random(5)));
        var sent = Enumerable.Range(0, 1000).Sum(_ => Sent().Length);
        (sent / (1000.0 * Sentence.Length)).ShouldBe(0.9, 0.02);
    }

    [Fact]
    public void Faults_add_up_in_their_order_and_can_be_taken_away()
    {
        var stuck = new StuckSegment('b', DisplayDigit.Left, lit: false);
        var lose = new LoseByte(0);
        _cable.Add(stuck);
        _cable.Add(lose);
        Sent().ShouldBe("PLDSP,0042,04,CF*70\r\n");
        _cable.Remove(stuck);
        Sent().ShouldBe(Sentence[1..]);
        _cable.Faults.ShouldBe([lose]);
        _cable.Mend();
        Sent().ShouldBe(Sentence);
    }

    [Fact]
    public void A_stuck_segment_leaves_alone_what_is_no_sentence_any_more()
    {
        _cable.Add(new LoseByte(3));
        _cable.Add(new StuckSegment('b', DisplayDigit.Left, lit: false));
        Sent().ShouldBe(Sentence.Remove(3, 1));
    }

    private string Sent()
    {
        _port.Sent.Clear();
        _cable.Send(Encoding.ASCII.GetBytes(Sentence));
        return Encoding.Latin1.GetString([.. _port.Sent]);
    }
}
