using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Evidence;

/// <summary>Hands on what a driver sees that outlives a scenario: to the scenario that runs now, or to nobody.</summary>
public sealed class RelaySink : IEvidenceSink
{
    private volatile IEvidenceSink target = NoEvidenceSink.Instance;

    /// <summary>Who takes it down from now on.</summary>
    public void To(IEvidenceSink? next) => target = next ?? NoEvidenceSink.Instance;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Secrets => target.Secrets;

    /// <inheritdoc />
    public void PanelSeen(PanelReading panel, string act) => target.PanelSeen(panel, act);

    /// <inheritdoc />
    public void SentenceSeen(string device, string sentence, string? note) => target.SentenceSeen(device, sentence, note);

    /// <inheritdoc />
    public void DisplaySeen(string device, byte left, byte right) => target.DisplaySeen(device, left, right);

    /// <inheritdoc />
    public void Attested(string device, string question, string answer) => target.Attested(device, question, answer);

    /// <inheritdoc />
    public void FileKept(string name, byte[] content, string caption) => target.FileKept(name, content, caption);

    /// <inheritdoc />
    public void Secret(string value) => target.Secret(value);
}
