using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Evidence;

/// <summary>Takes nothing down; for use outside a scenario.</summary>
public sealed class NoWitness : IWitness
{
    /// <summary>The one instance.</summary>
    public static readonly NoWitness Instance = new();

    private NoWitness()
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
