using System.Globalization;
using System.Runtime.InteropServices;

namespace PairingLab.Kernel.Serial;

/// <summary>A segment of the display that is always lit or never. The sentence says what the glass shows, so its checksum is right.</summary>
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
        if (bytes.Length != DisplayLinkSentence.Length || !byte.TryParse(bytes.Slice(_field, 2), NumberStyles.AllowHexSpecifier, null, out var shown))
        {
            return; // another fault was there before: what is no sentence shows no digits
        }

        DisplayLinkSentence.Hex(bytes[_field..], (byte)(_lit ? shown | _bit : shown & ~_bit));
        DisplayLinkSentence.Seal(bytes);
    }
}
