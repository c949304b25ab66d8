namespace PairingLab.Kernel.Serial;

/// <summary>
/// What a receiver makes of a line whose sender is set otherwise: the bits are put on the wire at one rate and sampled at another.
/// </summary>
internal static class WireBits
{
    private const int DataBits = 8;

    /// <summary>The bytes that the receiver gets; one with a wrong stop or parity bit is a zero byte, as terminals have it.</summary>
    public static byte[] Misread(ReadOnlySpan<byte> sent, SerialSettings sender, SerialSettings receiver)
    {
        // A speed we do not know is surely not ours; any other will do.
        var rate = receiver.Baud > 0 ? receiver.Baud : sender.Baud * 3;
        return Sample(Frames(sent, sender.Parity), sender.Baud, rate, receiver.Parity);
    }

    // Start bit low, data from the lowest bit, parity, stop bit high.
    private static List<bool> Frames(ReadOnlySpan<byte> sent, SerialParity parity)
    {
        var bits = new List<bool>(sent.Length * 11);
        foreach (var b in sent)
        {
            bits.Add(false);
            for (var i = 0; i < DataBits; i++)
            {
                bits.Add((b >> i & 1) != 0);
            }

            if (parity != SerialParity.None)
            {
                bits.Add(ParityBit(b, parity));
            }

            bits.Add(true);
        }

        return bits;
    }

    // Time runs in half bits of the receiver.
    private static byte[] Sample(List<bool> bits, int sendRate, int receiveRate, SerialParity parity)
    {
        var bytes = new List<byte>();
        var frameEnd = 2 * (1 + DataBits + (parity == SerialParity.None ? 0 : 1)) + 1;
        bool Level(long half) => half * sendRate / (2L * receiveRate) is var i && (i >= bits.Count || bits[(int)i]);
        for (long t = 0, last = 2L * bits.Count * receiveRate / sendRate; t < last; t++)
        {
            if (Level(t))
            {
                continue; // idle, or the rest of a stop bit
            }

            bytes.Add(Receive(h => Level(t + h), parity, frameEnd));
            for (t += frameEnd; t < last && !Level(t); t++)
            {
                // After a frame error the line must first be idle again.
            }
        }

        return [.. bytes];
    }

    private static byte Receive(Func<int, bool> level, SerialParity parity, int stop)
    {
        byte value = 0;
        for (var i = 0; i < DataBits; i++)
        {
            value |= (byte)(level(3 + 2 * i) ? 1 << i : 0);
        }

        var sound = level(stop) && (parity == SerialParity.None || level(stop - 2) == ParityBit(value, parity));
        return sound ? value : (byte)0;
    }

    private static bool ParityBit(byte b, SerialParity parity) =>
        int.IsOddInteger(System.Numerics.BitOperations.PopCount(b)) == (parity == SerialParity.Even);
}
