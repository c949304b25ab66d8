namespace PairingLab.Kernel.Serial;

/// <summary>The sentences of the display link as a display sends and hears them.</summary>
public static class DisplayLinkSentence
{
    /// <summary>The bytes of a sentence, line end counted.</summary>
    public const int Length = 22;

    /// <summary>Writes <c>$PLDSP,seq,left,right*checksum\r\n</c> and returns its length; allocates nothing.</summary>
    /// <param name="to">At least <see cref="Length"/> bytes.</param>
    /// <param name="seq">Any count; the sentence carries its last four digits.</param>
    /// <param name="left">The left digit's segments: bit 0 = a … bit 6 = g, bit 7 = decimal point.</param>
    /// <param name="right">The right digit's segments.</param>
    public static int Write(Span<byte> to, int seq, byte left, byte right)
    {
        "$PLDSP,0000,00,00*00\r\n"u8.CopyTo(to);
        for (int i = 10, rest = (seq % DisplayLink.Sequences + DisplayLink.Sequences) % DisplayLink.Sequences; i > 6; i--, rest /= 10)
        {
            to[i] = (byte)('0' + rest % 10);
        }

        Hex(to[12..], left);
        Hex(to[15..], right);
        Seal(to[..Length]);
        return Length;
    }

    /// <summary>Puts the right checksum into a whole sentence whose content was changed; anything else stays as it is.</summary>
    public static void Seal(Span<byte> sentence)
    {
        var star = sentence.LastIndexOf((byte)'*');
        if (star < 1 || star + 2 >= sentence.Length)
        {
            return;
        }

        byte sum = 0;
        foreach (var b in sentence[1..star])
        {
            sum ^= b;
        }

        Hex(sentence[(star + 1)..], sum);
    }

    /// <summary>Writes a byte as two upper-case hex digits.</summary>
    internal static void Hex(Span<byte> to, byte value)
    {
        to[0] = "0123456789ABCDEF"u8[value >> 4];
        to[1] = "0123456789ABCDEF"u8[value & 15];
    }
}
