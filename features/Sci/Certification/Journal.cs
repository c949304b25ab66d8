using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Takes down what is done and found while a rule is checked, without secrets.</summary>
internal sealed class Journal
{
    private readonly List<string> steps = [];
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);

    /// <summary>What was done, since the rule began.</summary>
    public IReadOnlyList<string> Steps => [.. steps.Select(Masked)];

    /// <summary>What must not be shown, nor stand in evidence.</summary>
    public IReadOnlyList<string> Secrets => [.. secrets];

    /// <summary>Screens on which a secret stood.</summary>
    public int SecretsShown { get; private set; }

    /// <summary>Screens that were looked at for secrets.</summary>
    public int Looked { get; private set; }

    /// <summary>Begins with the next rule.</summary>
    public void Begin() => steps.Clear();

    /// <summary>Takes a step down.</summary>
    public void Note(string step) => steps.Add(step);

    /// <summary>Hides a secret from here on.</summary>
    public void Hide(string secret) => secrets.Add(secret);

    /// <summary>Counts a screen.</summary>
    public void Count(bool showsSecret)
    {
        Looked++;
        SecretsShown += showsSecret ? 1 : 0;
    }

    /// <summary>What the POS showed, as evidence.</summary>
    public IReadOnlyList<string> Texts(PosSeen seen) => [.. seen.Texts.Select(Masked)];

    /// <summary>A text without secrets.</summary>
    public string Masked(string text) => secrets.Aggregate(text, (t, s) => t.Replace(s, "•••", StringComparison.OrdinalIgnoreCase));
}
