using System.Text;

namespace PairingLab.Drivers.Serial;

/// <summary>Keeps what a reader found.</summary>
public sealed class SentenceList : IDisplaySentences
{
    public List<DisplaySentence> Good { get; } = [];

    public List<string> GoodBodies { get; } = [];

    public List<SentenceFault> Faults { get; } = [];

    public void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body)
    {
        Good.Add(sentence);
        GoodBodies.Add(Encoding.Latin1.GetString(body));
    }

    public void Damaged(SentenceFault fault, ReadOnlySpan<byte> body) => Faults.Add(fault);

    public static SentenceList Of(DisplayLinkReader reader, string text)
    {
        var list = new SentenceList();
        reader.Feed(Encoding.Latin1.GetBytes(text), list);
        return list;
    }
}
