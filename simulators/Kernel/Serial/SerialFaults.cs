using System.Globalization;
using System.Runtime.InteropServices;

namespace PairingLab.Kernel.Serial;

/// <summary>Something that is wrong between a display and its reader. The cable calls it for one sentence after the other.</summary>
public interface ISerialFault
{
    /// <summary>Damages a sentence, line end counted, in place; an empty list is a sentence that is lost.</summary>
    void Happen(List<byte> sentence);
}

/// <summary>One byte of each sentence is lost, or of the next few only.</summary>
/// <param name="position">Counted from 0, the <c>$</c>; a sentence that is shorter keeps all its bytes.</param>
/// <param name="sentences">In how many sentences; null for all.</param>
public sealed class LoseByte(int position, int? sentences = null) : ISerialFault
{
    private int? _left = sentences;

    /// <inheritdoc />
    public void Happen(List<byte> sentence)
    {
        if (position < 0 || position >= sentence.Count || _left == 0)
        {
            return;
        }

        sentence.RemoveAt(position);
        _left--;
    }
}

/// <summary>Every byte is lost with a probability.</summary>
/// <param name="probability">0 to 1, of each byte.</param>
/// <param name="random">The run's seeded source.</param>
public sealed class Lossy(double probability, Random random) : ISerialFault
{
    /// <inheritdoc />
    public void Happen(List<byte> sentence) => sentence.RemoveAll(_ => random.NextDouble() < probability);
}

/// <summary>Noise: up to eight random bytes somewhere in each sentence.</summary>
public sealed class Garbage(Random random) : ISerialFault
{
    private const int Most = 8;

    /// <inheritdoc />
    public void Happen(List<byte> sentence)
    {
        Span<byte> noise = stackalloc byte[random.Next(1, Most + 1)];
        random.NextBytes(noise);
        sentence.InsertRange(random.Next(sentence.Count + 1), noise);
    }
}

/// <summary>
/// A segment of the display that is always lit or never. The sentence says what the glass shows, so its checksum is right.
/// </summary>
public sealed class StuckSegment : ISerialFault
{
    private const string Segments = "abcdefgp";

    private readonly byte _bit;
    private readonly int _field;
    private readonly bool _lit;

    /// <summary>Names the segment.</summary>
    /// <param name="segment"><c>a</c> to <c>g</c>, or <c>p</c> for the decimal point.</param>
    /// <param name="digit">Of which digit.</param>
    /// <param name="lit">True: always lit; false: never.</param>
    public StuckSegment(char segment, DisplayDigit digit, bool lit)
    {
        var index = Segments.IndexOf(segment, StringComparison.Ordinal);
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(segment));
        _bit = (byte)(1 << index);
        _field = digit == DisplayDigit.Left ? 12 : 15;
        _lit = lit;
    }

    /// <inheritdoc />
    public void Happen(List<byte> sentence)
    {
        var bytes = CollectionsMarshal.AsSpan(sentence);
        if (bytes.Length != DisplayLinkSentence.Length
            || !byte.TryParse(bytes.Slice(_field, 2), NumberStyles.AllowHexSpecifier, null, out var shown))
        {
            return; // another fault was there before: an invalid sentence shows no digits
        }

        DisplayLinkSentence.Hex(bytes[_field..], (byte)(_lit ? shown | _bit : shown & ~_bit));
        DisplayLinkSentence.Seal(bytes);
    }
}

/// <summary>One of the two digits of a display.</summary>
public enum DisplayDigit
{
    /// <summary>The left one.</summary>
    Left,

    /// <summary>The right one.</summary>
    Right,
}
