using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Takes down what is done and found while a rule is checked, without secrets.</summary>
internal sealed class Journal
{
    private readonly List<string> steps = [];
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);
    private readonly SortedSet<string> places = new(StringComparer.Ordinal);

    /// <summary>What was done, since the rule began.</summary>
    public IReadOnlyList<string> Steps => [.. steps.Select(Masked)];

    /// <summary>What must not be shown, nor stand in evidence.</summary>
    public IReadOnlyList<string> Secrets => [.. secrets];

    /// <summary>Where secrets were found, in words.</summary>
    public IReadOnlyCollection<string> Places => places;

    /// <summary>Screens that were looked at for secrets.</summary>
    public int Looked { get; private set; }

    /// <summary>Begins with the next rule.</summary>
    public void Begin() => steps.Clear();

    /// <summary>Takes a step down.</summary>
    public void Note(string step) => steps.Add(step);

    /// <summary>Hides a secret from here on.</summary>
    public void Hide(string secret) => secrets.Add(secret);

    /// <summary>Counts a screen that was searched for secrets.</summary>
    public void Count(PosSeen seen)
    {
        Looked++;
        places.UnionWith(seen.Secrets);
    }

    /// <summary>What the POS showed, as evidence.</summary>
    public IReadOnlyList<string> Texts(PosSeen seen) => SecretText.Masked(seen.Texts, Secrets);

    /// <summary>A text without secrets.</summary>
    public string Masked(string text) => SecretText.Masked(text, Secrets);
}
