using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

public partial class DisplayLinkReaderProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void No_byte_sequence_makes_it_throw_or_believe_a_bad_sentence() =>
        Prop.ForAll<byte[]>(bytes => AllTrue(Read(bytes, bytes.Length + 1))).Check(Runs);

    [Fact]
    public void Bytes_that_look_like_sentences_are_no_better() =>
        Seeds.All(seed => AllTrue(Read(Lookalike(new Random(seed)), 7))).Check(Runs);

    [Fact]
    public void A_damaged_stream_yields_only_sound_sentences_and_is_taken_up_again() =>
        Seeds.All(seed =>
        {
            var random = new Random(seed);
            var list = Read([.. Damaged(random), .. Sentence(1234, 0x3F, 0x86)], random.Next(1, 40));
            return AllTrue(list) && list.Good[^1] == new DisplaySentence(1234, 0x3F, 0x86);
        }).Check(Runs);

    [Fact]
    public void The_size_of_the_pieces_makes_no_difference() =>
        Seeds.All(seed =>
        {
            var bytes = Damaged(new Random(seed));
            var (whole, pieces) = (Read(bytes, bytes.Length), Read(bytes, 1 + (seed & 15)));
            return whole.Good.SequenceEqual(pieces.Good) && whole.Faults.SequenceEqual(pieces.Faults);
        }).Check(Runs);

    // An independent reading of docs/protocols/display-link.md.
    private static bool AllTrue(SentenceList list) => list.GoodBodies.All(body =>
        Form().IsMatch(body) && body[..^3].Aggregate(0, (sum, c) => sum ^ c).ToString("X2") == body[^2..]);

    private static SentenceList Read(byte[] bytes, int piece)
    {
        var list = new SentenceList();
        var reader = new DisplayLinkReader();
        foreach (var part in bytes.Chunk(Math.Max(1, piece)))
        {
            reader.Feed(part, list);
        }

        return list;
    }

    private static byte[] Lookalike(Random random) =>
        Encoding.ASCII.GetBytes(random.GetItems<char>("$$PLDSP,,0123456789ABCDEF**\r\n", random.Next(400)));

    private static byte[] Damaged(Random random)
    {
        var bytes = Enumerable.Range(0, 20)
            .SelectMany(i => Sentence(i, (byte)random.Next(256), (byte)random.Next(256)).ToArray()).ToList();
        for (var i = random.Next(30); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0: bytes.RemoveAt(at); break;
                case 1: bytes.Insert(at, (byte)random.Next(256)); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }

        return [.. bytes];
    }

    private static ReadOnlySpan<byte> Sentence(int seq, byte left, byte right)
    {
        var bytes = new byte[DisplayLinkSentence.Length];
        DisplayLinkSentence.Write(bytes, seq, left, right);
        return bytes;
    }

    [GeneratedRegex(@"\APLDSP,[0-9]{4},[0-9A-F]{2},[0-9A-F]{2}\*[0-9A-F]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
