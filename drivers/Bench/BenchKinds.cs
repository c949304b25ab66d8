namespace PairingLab.Drivers.Bench;

/// <summary>A kind of device, as bench files and the lab's directory name it.</summary>
/// <param name="Name">Its name: "pos-workstation".</param>
/// <param name="System">The pairing system that it belongs to, as the directory and the tags of scenarios name it.</param>
/// <param name="Models">Its models, the usual one first; a bench file can choose when there are two or more.</param>
public sealed record BenchKind(string Name, string System, IReadOnlyList<string> Models)
{
    /// <summary>A real one is read on its serial line, the others are worked through their page.</summary>
    public bool HasLine { get; init; }

    /// <summary>Its software has bases, and a simulated one is given the base that the bench file says.</summary>
    public bool HasBase { get; init; }

    /// <summary>The property that names the device it is plugged into, and that device's kind; null when there is not a choice.</summary>
    public (string Property, string Kind)? PluggedInto { get; init; }
}

/// <summary>The kinds of device that a bench can hold; the reader of a bench file is given them.</summary>
public sealed class BenchKinds(IEnumerable<BenchKind> kinds)
{
    private readonly List<BenchKind> all = [.. kinds];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. all.Select(k => k.Name)];

    /// <summary>The systems they belong to.</summary>
    public IReadOnlyList<string> Systems => [.. all.Select(k => k.System).Distinct(StringComparer.Ordinal)];

    /// <summary>The properties by which a file says what a device is plugged into.</summary>
    public IReadOnlyList<string> Plugs => [.. all.Select(k => k.PluggedInto?.Property).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The kind of that name.</summary>
    public BenchKind this[string name] =>
        all.Find(k => k.Name == name) ?? throw new ArgumentException($"unknown kind '{name}'", nameof(name));

    /// <summary>The kinds of which something is true, in a sentence: "a commander-display or a pos-workstation".</summary>
    internal string Those(Func<BenchKind, bool> which, string article = "a")
    {
        var names = all.Where(which).Select(k => $"{article} {k.Name}").ToList();
        return names.Count switch
        {
            0 => "no kind of device",
            1 => names[0],
            _ => $"{string.Join(", ", names[..^1])} or {names[^1]}",
        };
    }
}
