namespace PairingLab.Drivers.Serial;

/// <summary>Takes what a <see cref="DisplayLinkReader"/> finds; the bytes are only valid during the call.</summary>
public interface IDisplaySentences
{
    /// <summary>A sound sentence; <paramref name="body"/> is what stood between <c>$</c> and the line's end.</summary>
    void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body);

    /// <summary>A sentence that was dropped, as far as it came.</summary>
    void Damaged(SentenceFault fault, ReadOnlySpan<byte> body);
}
