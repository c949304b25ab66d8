using System.Collections.Concurrent;
using PairingLab.Drivers.Evidence;

namespace PairingLab.Drivers.Serial;

/// <summary>Keeps what a display's driver tells it.</summary>
internal sealed class ListWitness : IEvidenceSink
{
    public ConcurrentQueue<(string Sentence, string? Note)> Sentences { get; } = [];

    public ConcurrentQueue<DisplayShown> Shown { get; } = [];

    IReadOnlyCollection<string> IEvidenceSink.Secrets => Secrets;

    public ConcurrentQueue<string> Secrets { get; } = [];

    public void SentenceSeen(string device, string sentence, string? note) => Sentences.Enqueue((sentence, note));

    public void DisplaySeen(string device, byte left, byte right) => Shown.Enqueue(new DisplayShown(left, right));

    public void Secret(string value) => Secrets.Enqueue(value);

    public void PanelSeen(PanelReading panel, string act)
    {
    }

    public void Attested(string device, string question, string answer)
    {
    }

    public void FileKept(string name, byte[] content, string caption)
    {
    }
}
