using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// A recorded display while its recording waits for a driver: it goes on with what it showed, its pairs taking turns, and numbers its
/// sentences on; so do those that follow when the recording goes on.
/// </summary>
internal sealed partial class HeldDisplay
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(200);

    // Two pairs, each for a second of five sentences.
    private const int Cycle = 10;

    private readonly Queue<string> shown = new();
    private int last = -1;
    private int added;

    /// <summary>Bytes of the recording, as they are played now.</summary>
    public byte[] Played(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        return Encoding.Latin1.GetBytes(Sentence().Replace(Encoding.Latin1.GetString(bytes), sentence =>
        {
            last = (int.Parse(sentence.Groups["seq"].ValueSpan, CultureInfo.InvariantCulture) + added) % DisplayLink.Sequences;
            shown.Enqueue(sentence.Groups["shown"].Value);
            while (shown.Count > Cycle)
            {
                shown.Dequeue();
            }

            // A checksum that did not fit does not fit now.
            var changed = sentence.Groups["seq"].ValueSpan.ToArray().Zip($"{last:0000}").Aggregate(0, (sum, p) => sum ^ p.First ^ p.Second);
            var sum = int.Parse(sentence.Groups["sum"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return $"PLDSP,{last:0000},{sentence.Groups["shown"].Value}*{sum ^ changed:X2}";
        }));
    }

    /// <summary>The next sentence; none before the first of the recording.</summary>
    public byte[] Next()
    {
        if (!shown.TryDequeue(out var again))
        {
            return [];
        }

        shown.Enqueue(again);
        added++;
        last = (last + 1) % DisplayLink.Sequences;
        var body = $"PLDSP,{last:0000},{again}";
        return Encoding.Latin1.GetBytes($"${body}*{body.Aggregate(0, (sum, c) => sum ^ c):X2}\r\n");
    }

    [GeneratedRegex(
        @"PLDSP,(?<seq>[0-9]{4}),(?<shown>[0-9A-F]{2},[0-9A-F]{2})\*(?<sum>[0-9A-F]{2})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sentence();
}
