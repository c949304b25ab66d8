using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary>One sound sentence of the display link.</summary>
/// <param name="Seq">0 to 9999, wraps.</param>
/// <param name="Left">The left digit's segments: bit 0 = a … bit 6 = g, bit 7 = decimal point.</param>
/// <param name="Right">The right digit's segments.</param>
public readonly record struct DisplaySentence(int Seq, byte Left, byte Right)
{
    /// <summary>True when this one comes right after another, none lost between, and shows the same: only then is it believed.</summary>
    public bool Confirms(DisplaySentence previous) =>
        Seq == (previous.Seq + 1) % DisplayLink.Sequences && Left == previous.Left && Right == previous.Right;
}

/// <summary>The form of one sentence's body, <c>PLDSP,dddd,HH,HH*HH</c>: hex digits in upper case, nothing else allowed.</summary>
internal static class DisplayLinkForm
{
    private const int Length = 19;

    /// <summary>Reads a body; null when it is sound.</summary>
    public static SentenceFault? Read(ReadOnlySpan<byte> body, out DisplaySentence sentence)
    {
        sentence = default;
        if (body.Length < 3 || body[^3] != (byte)'*' || Byte(body[^2..]) is var sum && sum < 0)
        {
            return SentenceFault.Malformed;
        }

        if (sum != Checksum(body[..^3]))
        {
            return SentenceFault.Checksum;
        }

        return Fields(body, out sentence) ? null : SentenceFault.Malformed;
    }

    private static bool Fields(ReadOnlySpan<byte> body, out DisplaySentence sentence)
    {
        sentence = default;
        if (body.Length != Length || !body.StartsWith("PLDSP,"u8) || body[10] != (byte)',' || body[13] != (byte)',')
        {
            return false;
        }

        var (seq, left, right) = (Decimal(body[6..10]), Byte(body[11..13]), Byte(body[14..16]));
        sentence = new DisplaySentence(seq, (byte)left, (byte)right);
        return seq >= 0 && left >= 0 && right >= 0;
    }

    // Eight bytes at a time, then folded: this is where a reader spends its time.
    private static byte Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum ^= word;
        }

        foreach (var b in bytes[(bytes.Length & ~7)..])
        {
            sum ^= b;
        }

        sum ^= sum >> 32;
        sum ^= sum >> 16;
        return (byte)(sum ^ sum >> 8);
    }

    private static int Decimal(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var d in digits)
        {
            if (d is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            value = value * 10 + d - '0';
        }

        return value;
    }

    private static int Byte(ReadOnlySpan<byte> hex)
    {
        var (high, low) = (Nibble(hex[0]), Nibble(hex[1]));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int Nibble(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
