namespace PairingLab.Drivers.Serial;

/// <summary>
/// Finds display link sentences in a byte stream that may be cut and damaged anywhere. It takes up again at every <c>$</c>,
/// never throws, and allocates nothing after it is made. Not safe for two threads at once.
/// </summary>
public sealed class DisplayLinkReader
{
    /// <summary>The longest sentence, <c>$</c> and line end counted, as in NMEA 0183.</summary>
    public const int MaxSentence = 82;

    private const int MaxBody = MaxSentence - 3; // without $ and \r\n
    private const byte Start = (byte)'$';

    private readonly byte[] _body = new byte[MaxBody];
    private int _length;
    private bool _inside;
    private int _lastSeq = -1;
    private long _bytes, _good, _badChecksum, _overlong, _malformed, _gaps;

    /// <summary>What was met so far.</summary>
    public DisplayLinkCounts Counts => new(_bytes, _good, _badChecksum, _overlong, _malformed, _gaps);

    /// <summary>Takes the next bytes, in pieces of any size.</summary>
    public void Feed(ReadOnlySpan<byte> bytes, IDisplaySentences sink)
    {
        _bytes += bytes.Length;
        while (!bytes.IsEmpty)
        {
            bytes = _inside ? Continue(bytes, sink) : Seek(bytes);
        }
    }

    /// <summary>Forgets a sentence begun and the last sequence number: the line was lost and is another one now.</summary>
    public void Restart()
    {
        _inside = false;
        _lastSeq = -1;
    }

    private ReadOnlySpan<byte> Seek(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOf(Start);
        if (start < 0)
        {
            return [];
        }

        Begin();
        return bytes[(start + 1)..];
    }

    private void Begin()
    {
        _inside = true;
        _length = 0;
    }

    private ReadOnlySpan<byte> Continue(ReadOnlySpan<byte> bytes, IDisplaySentences sink)
    {
        var end = bytes.IndexOfAny(Start, (byte)'\r', (byte)'\n');
        var piece = end < 0 ? bytes : bytes[..end];
        if (piece.Length > MaxBody - _length)
        {
            Append(piece[..(MaxBody - _length)]);
            _inside = false;
            Drop(SentenceFault.Overlong, sink);
            return bytes[piece.Length..];
        }

        Append(piece);
        return end < 0 ? [] : End(bytes[end..], sink);
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(_body.AsSpan(_length));
        _length += piece.Length;
    }

    // Either character of the line end will do: the checksum before it says whether the sentence is whole.
    private ReadOnlySpan<byte> End(ReadOnlySpan<byte> rest, IDisplaySentences sink)
    {
        _inside = false;
        if (rest[0] == Start)
        {
            Drop(SentenceFault.Malformed, sink);
            Begin();
        }
        else if (DisplayLinkForm.Read(_body.AsSpan(0, _length), out var sentence) is { } fault)
        {
            Drop(fault, sink);
        }
        else
        {
            Take(sentence, sink);
        }

        return rest[1..];
    }

    private void Take(DisplaySentence sentence, IDisplaySentences sink)
    {
        _good++;
        if (_lastSeq >= 0 && sentence.Seq != (_lastSeq + 1) % 10000)
        {
            _gaps++;
        }

        _lastSeq = sentence.Seq;
        sink.Sound(sentence, _body.AsSpan(0, _length));
    }

    private void Drop(SentenceFault fault, IDisplaySentences sink)
    {
        _ = fault switch
        {
            SentenceFault.Checksum => _badChecksum++,
            SentenceFault.Overlong => _overlong++,
            _ => _malformed++,
        };
        sink.Damaged(fault, _body.AsSpan(0, _length));
    }
}
