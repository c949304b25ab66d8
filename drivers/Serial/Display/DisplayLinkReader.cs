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
    private const int StrayKept = 160;
    private const byte Start = (byte)'$';

    private readonly byte[] _body = new byte[MaxBody];
    private int _length;
    private bool _inside;
    private int _lastSeq = -1;
    private long _bytes, _good, _badChecksum, _overlong, _malformed, _gaps, _stray;
    private readonly byte[] _lastStray = new byte[StrayKept];
    private int _strayKept;

    /// <summary>What was met so far.</summary>
    public DisplayLinkCounts Counts => new(_bytes, _good, _badChecksum, _overlong, _malformed, _gaps, _stray);

    /// <summary>The first bytes outside sentences since the last sound one, or since the line was opened.</summary>
    public ReadOnlySpan<byte> Stray => _lastStray.AsSpan(0, _strayKept);

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
        _strayKept = 0;
    }

    private ReadOnlySpan<byte> Seek(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOf(Start);
        Stay(start < 0 ? bytes : bytes[..start]);
        if (start < 0)
        {
            return [];
        }

        Begin();
        return bytes[(start + 1)..];
    }

    // The line end of a sentence is not a stray byte.
    private void Stay(ReadOnlySpan<byte> outside)
    {
        if (outside.Trim("\r\n"u8).IsEmpty)
        {
            return;
        }

        _stray += outside.Length;
        var kept = Math.Min(outside.Length, StrayKept - _strayKept);
        outside[..kept].CopyTo(_lastStray.AsSpan(_strayKept));
        _strayKept += kept;
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
        _strayKept = 0;
        if (_lastSeq >= 0 && sentence.Seq != (_lastSeq + 1) % DisplayLink.Sequences)
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

/// <summary>Takes what a <see cref="DisplayLinkReader"/> finds; the bytes are only valid during the call.</summary>
public interface IDisplaySentences
{
    /// <summary>A sound sentence; <paramref name="body"/> is what stood between <c>$</c> and the line's end.</summary>
    void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body);

    /// <summary>A sentence that was dropped, as far as it came.</summary>
    void Damaged(SentenceFault fault, ReadOnlySpan<byte> body);
}

/// <summary>What is wrong with a sentence that was dropped.</summary>
public enum SentenceFault
{
    /// <summary>The checksum does not fit the characters.</summary>
    Checksum,

    /// <summary>More than 82 characters without an end.</summary>
    Overlong,

    /// <summary>Cut short by the next <c>$</c>, without a checksum, or not of the form <c>PLDSP,dddd,HH,HH</c>.</summary>
    Malformed,
}

/// <summary>What a <see cref="DisplayLinkReader"/> has met since it was made.</summary>
/// <param name="Bytes">All bytes.</param>
/// <param name="Good">Sound sentences.</param>
/// <param name="BadChecksum">Sentences whose checksum does not fit.</param>
/// <param name="Overlong">Sentences of more than 82 characters.</param>
/// <param name="Malformed">Sentences cut short or of another form.</param>
/// <param name="Gaps">Jumps in the sequence numbers of sound sentences.</param>
/// <param name="Stray">Bytes outside sentences.</param>
public readonly record struct DisplayLinkCounts(
    long Bytes, long Good, long BadChecksum, long Overlong, long Malformed, long Gaps, long Stray = 0)
{
    /// <summary>All sentences that were dropped.</summary>
    public long Damaged => BadChecksum + Overlong + Malformed;
}
