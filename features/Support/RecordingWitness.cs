using System.Collections.Concurrent;
using PairingLab.Drivers.Evidence;
using PairingLab.Reports.Evidence;

namespace PairingLab.Features.Support;

/// <summary>Puts what drivers see into the evidence of a scenario.</summary>
public sealed class RecordingWitness(ScenarioRecorder recorder, EvidenceFolder folder) : IEvidenceSink
{
    private readonly ConcurrentBag<string> secrets = [];
    private readonly ConcurrentBag<string> files = [];

    /// <summary>The names of the files that were kept.</summary>
    public IReadOnlyCollection<string> Files => files;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Secrets => secrets;

    /// <inheritdoc />
    public void PanelSeen(PanelReading panel, string act) => recorder.See(new PanelSeen
    {
        Device = panel.Device,
        Act = act,
        Title = panel.Title,
        Texts = panel.Texts,
        Buttons = [.. panel.Buttons.Select(b => new SeenButton(b.Name, b.Enabled))],
        Fields = [.. panel.Fields.Select(f => new SeenField(f.Name, f.Value, f.Enabled))],
    });

    /// <inheritdoc />
    public void SentenceSeen(string device, string sentence, string? note) =>
        recorder.See(new SentenceSeen { Device = device, Text = sentence, Note = note });

    /// <inheritdoc />
    public void DisplaySeen(string device, byte left, byte right) =>
        recorder.See(new DisplaySeen { Device = device, Left = left, Right = right });

    /// <inheritdoc />
    public void Attested(string device, string question, string answer) =>
        recorder.See(new AttestationSeen { Device = device, Question = question, Answer = answer });

    /// <inheritdoc />
    public void FileKept(string name, byte[] content, string caption)
    {
        var kept = folder.KeepFile(name, content, recorder.Secrets);
        files.Add(kept);
        recorder.See(new FileSeen { Name = kept, Caption = caption });
    }

    /// <inheritdoc />
    public void Secret(string value)
    {
        secrets.Add(value);
        recorder.Secrets.Add(value);
        FeatureRun.Secrets.Add(value);
    }
}
