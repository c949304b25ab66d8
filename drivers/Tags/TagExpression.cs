namespace PairingLab.Drivers.Tags;

/// <summary>
/// A Cucumber tag expression: tags with <c>and</c>, <c>or</c>, <c>not</c> and parentheses,
/// as in <c>@commander and not (@browser or @slow)</c>. Tags are case-sensitive and written with their '@'.
/// </summary>
public abstract record TagExpression
{
    /// <summary>Reads an expression; throws <see cref="TagExpressionException"/> at the first mistake.</summary>
    public static TagExpression Parse(string text) => TagParser.Parse(text);

    /// <summary>Whether a scenario with these tags (each with its '@') is chosen.</summary>
    public abstract bool Matches(IReadOnlySet<string> tags);

    /// <summary>The same choice as a test filter over xunit's traits: <c>Category=commander&amp;Category!=slow</c>.</summary>
    public string ToTestFilter() => Filter(wanted: true);

    /// <summary>The tags of this expression that no scenario carries, in reading order, each with a near one if there is one.</summary>
    public IReadOnlyList<UnknownTag> UnknownTags(IReadOnlyCollection<string> known) =>
        [.. Tags().Distinct().Where(t => !known.Contains(t)).Select(t => new UnknownTag(t, Words.Nearest.To(t, known)))];

    /// <summary>The tags in reading order.</summary>
    internal abstract IEnumerable<string> Tags();

    /// <summary>The filter of this expression, or of its opposite: test filters have no "not" but for a single trait.</summary>
    internal abstract string Filter(bool wanted);
}
