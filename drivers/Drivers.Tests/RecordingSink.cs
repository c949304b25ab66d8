using System.Collections.Concurrent;
using PairingLab.Drivers.Evidence;

namespace PairingLab.Drivers.Tests;

/// <summary>Keeps what it is told, one line each.</summary>
internal sealed class RecordingSink : IEvidenceSink
{
    private readonly ConcurrentQueue<string> lines = [];
    private readonly ConcurrentQueue<string> secrets = [];

    public IReadOnlyList<string> Lines => [.. lines];

    public Dictionary<string, byte[]> Files { get; } = [];

    public void PanelSeen(PanelReading panel, string act) => lines.Enqueue($"{act} -> {panel.Title}");

    public void SentenceSeen(string device, string sentence, string? note) => lines.Enqueue(sentence);

    public void DisplaySeen(string device, byte left, byte right) => lines.Enqueue($"{left:x2}{right:x2}");

    public void Attested(string device, string question, string answer) => lines.Enqueue($"{question} -> {answer}");

    public void FileKept(string name, byte[] content, string caption) => Files[name] = content;

    public void Secret(string value)
    {
        lines.Enqueue("secret");
        secrets.Enqueue(value);
    }

    public IReadOnlyCollection<string> Secrets => [.. secrets];
}
