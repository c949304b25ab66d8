using PairingLab.Kernel.Serial;

namespace PairingLab.Kernel.Web;

/// <summary>What a person or a scenario does to a serial line.</summary>
public static class LineWork
{
    /// <summary>One byte in a hundred: about every fifth sentence is damaged.</summary>
    private const double LossOfBytes = 0.01;

    /// <summary>Does it; what is wrong with the request, null when nothing is.</summary>
    public static string? Do(SerialCable line, LineRequest request)
    {
        switch (request.Do)
        {
            case "mend":
                line.Mend();
                line.Plug(true);
                return null;
            case "cut":
                line.Connected = false;
                return null;
            case "unplug":
                line.Plug(false);
                return null;
            case "plug":
                line.Plug(true);
                return null;
            case "garbage":
                line.Add(new Garbage(line.Random));
                return null;
            case "lossy":
                line.Add(new Lossy(LossOfBytes, line.Random));
                return null;
            case "lose-byte" when request.Position is >= 0 and < DisplayLinkSentence.Length:
                line.Add(new LoseByte(request.Position.Value));
                return null;
            case "lose-byte":
                return $"position must be from 0 to {DisplayLinkSentence.Length - 1}, the place of the byte in a sentence";
            case "stuck-segment" when request.Segment is { Length: 1 } segment && "abcdefgp".Contains(segment, StringComparison.Ordinal):
                line.Add(new StuckSegment(
                    segment[0], request.Digit == "left" ? DisplayDigit.Left : DisplayDigit.Right, request.Lit ?? true));
                return null;
            case "stuck-segment":
                return "segment must be one of a b c d e f g p";
            default:
                return $"nothing called '{request.Do}' can be done to a line; "
                    + "there are: mend, cut, unplug, plug, garbage, lossy, lose-byte, stuck-segment";
        }
    }
}
