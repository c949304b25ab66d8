namespace PairingLab.Drivers.Evidence;

/// <summary>Takes down what drivers see, for the report. Calls may come from any thread and must not throw.</summary>
public interface IEvidenceSink
{
    /// <summary>
    /// A panel was read, or was shown after a press or an entry; <paramref name="act"/> says which ("read", "press Pair POS").
    /// </summary>
    void PanelSeen(PanelReading panel, string act);

    /// <summary>A sentence came over a serial line; <paramref name="note"/> says what is wrong with it, null when it is sound.</summary>
    void SentenceSeen(string device, string sentence, string? note);

    /// <summary>A display showed these two segment bytes (bit 0 = a … bit 6 = g, bit 7 = decimal point).</summary>
    void DisplaySeen(string device, byte left, byte right);

    /// <summary>A person at the bench was asked and answered (or did not).</summary>
    void Attested(string device, string question, string answer);

    /// <summary>A file that belongs to the evidence (screenshot, trace): its bytes, name with extension, and what it shows.</summary>
    void FileKept(string name, byte[] content, string caption);

    /// <summary>A value that must not stand in evidence (an OTP, a password): it is masked wherever it occurs.</summary>
    void Secret(string value);

    /// <summary>All such values so far.</summary>
    IReadOnlyCollection<string> Secrets { get; }
}

/// <summary>Takes nothing down; for use outside a scenario.</summary>
public sealed class NoEvidenceSink : IEvidenceSink
{
    /// <summary>The one instance.</summary>
    public static readonly NoEvidenceSink Instance = new();

    private NoEvidenceSink()
    {
    }

    /// <inheritdoc />
    public void PanelSeen(PanelReading panel, string act)
    {
    }

    /// <inheritdoc />
    public void SentenceSeen(string device, string sentence, string? note)
    {
    }

    /// <inheritdoc />
    public void DisplaySeen(string device, byte left, byte right)
    {
    }

    /// <inheritdoc />
    public void Attested(string device, string question, string answer)
    {
    }

    /// <inheritdoc />
    public void FileKept(string name, byte[] content, string caption)
    {
    }

    /// <inheritdoc />
    public IReadOnlyCollection<string> Secrets => [];

    /// <inheritdoc />
    public void Secret(string value)
    {
    }
}
