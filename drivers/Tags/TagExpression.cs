using System.Text;

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
        [.. Tags().Distinct().Where(t => !known.Contains(t)).Select(t => new UnknownTag(t, Words.DidYouMean.To(t, known)))];

    /// <summary>The tags in reading order.</summary>
    internal abstract IEnumerable<string> Tags();

    /// <summary>The filter of this expression, or of its opposite: test filters have no "not" but for a single trait.</summary>
    internal abstract string Filter(bool wanted);
}

/// <summary>A single tag, with its '@'.</summary>
internal sealed record Tag(string Name) : TagExpression
{
    private const string Special = "\\()&|=!~";

    public override bool Matches(IReadOnlySet<string> tags) => tags.Contains(Name);

    internal override IEnumerable<string> Tags() => [Name];

    internal override string Filter(bool wanted) => $"Category{(wanted ? "=" : "!=")}{Escaped(Name[1..])}";

    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            text.Append(Special.Contains(c) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }
}

/// <summary>True when both parts are.</summary>
internal sealed record And(TagExpression Left, TagExpression Right) : TagExpression
{
    public override bool Matches(IReadOnlySet<string> tags) => Left.Matches(tags) && Right.Matches(tags);

    internal override IEnumerable<string> Tags() => Left.Tags().Concat(Right.Tags());

    // De Morgan: not (a and b) is (not a) or (not b).
    internal override string Filter(bool wanted) => $"({Left.Filter(wanted)}{(wanted ? '&' : '|')}{Right.Filter(wanted)})";
}

/// <summary>True when either part is.</summary>
internal sealed record Or(TagExpression Left, TagExpression Right) : TagExpression
{
    public override bool Matches(IReadOnlySet<string> tags) => Left.Matches(tags) || Right.Matches(tags);

    internal override IEnumerable<string> Tags() => Left.Tags().Concat(Right.Tags());

    // De Morgan: not (a or b) is (not a) and (not b).
    internal override string Filter(bool wanted) => $"({Left.Filter(wanted)}{(wanted ? '|' : '&')}{Right.Filter(wanted)})";
}

/// <summary>True when its part is not.</summary>
internal sealed record Not(TagExpression Part) : TagExpression
{
    public override bool Matches(IReadOnlySet<string> tags) => !Part.Matches(tags);

    internal override IEnumerable<string> Tags() => Part.Tags();

    internal override string Filter(bool wanted) => Part.Filter(!wanted);
}

/// <summary>A tag that no scenario carries, and the known one it was probably meant to be, or null.</summary>
public sealed record UnknownTag(string Tag, string? Nearest)
{
    /// <summary>One line for the person who typed it.</summary>
    public override string ToString() =>
        Nearest is null ? $"no scenario is tagged {Tag}" : $"no scenario is tagged {Tag}; did you mean {Nearest}?";
}

/// <summary>A tag expression that can't be read; the message is one line with the position (1-based) of the mistake.</summary>
public sealed class TagExpressionException(string expression, int position, string mistake)
    : Exception($"tags \"{expression}\", position {position}: {mistake}")
{
    /// <summary>Where the mistake is: 1 is the first character.</summary>
    public int Position { get; } = position;
}
