namespace PairingLab.Drivers.Serial;

/// <summary>Takes sentences and keeps nothing.</summary>
public sealed class NoSink : IDisplaySentences
{
    public void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body)
    {
    }

    public void Damaged(SentenceFault fault, ReadOnlySpan<byte> body)
    {
    }
}
