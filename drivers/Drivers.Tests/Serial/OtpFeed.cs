namespace PairingLab.Drivers.Serial;

/// <summary>Hands sound sentences to a reader of passwords.</summary>
internal sealed class OtpFeed(OtpReader reader) : IDisplaySentences
{
    public void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body) => reader.Feed(sentence, default);

    public void Damaged(SentenceFault fault, ReadOnlySpan<byte> body)
    {
    }
}
