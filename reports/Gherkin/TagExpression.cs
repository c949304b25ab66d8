using System.Text.RegularExpressions;

namespace PairingLab.Reports.Gherkin;

/// <summary>A tag expression: <c>@serial and not (@slow or @browser)</c>.</summary>
public sealed partial class TagExpression
{
    private readonly Func<IReadOnlySet<string>, bool> matches;

    private TagExpression(Func<IReadOnlySet<string>, bool> matches, IReadOnlyList<string> tags)
    {
        this.matches = matches;
        Tags = tags;
    }

    /// <summary>The tags it names.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Reads an expression; an empty one selects everything. Throws <see cref="FormatException"/>.</summary>
    public static TagExpression Parse(string expression)
    {
        var words = new Queue<string>(Words().Matches(expression).Select(w => w.Value));
        var tags = words.Where(w => w.StartsWith('@')).Distinct().ToList();
        var selects = words.Count == 0 ? _ => true : Or(words);
        return words.Count == 0
            ? new TagExpression(selects, tags)
            : throw new FormatException($"the tag expression has '{words.Peek()}' where 'and' or 'or' belongs");
    }

    /// <summary>True when a scenario with these tags is selected.</summary>
    public bool Matches(IEnumerable<string> tags) => matches(tags.ToHashSet());

    private static Func<IReadOnlySet<string>, bool> Or(Queue<string> words)
    {
        var left = And(words);
        while (Take(words, "or"))
        {
            var (first, second) = (left, And(words));
            left = tags => first(tags) || second(tags);
        }

        return left;
    }

    private static Func<IReadOnlySet<string>, bool> And(Queue<string> words)
    {
        var left = Not(words);
        while (Take(words, "and"))
        {
            var (first, second) = (left, Not(words));
            left = tags => first(tags) && second(tags);
        }

        return left;
    }

    private static Func<IReadOnlySet<string>, bool> Not(Queue<string> words)
    {
        if (Take(words, "not"))
        {
            var negated = Not(words);
            return tags => !negated(tags);
        }

        if (Take(words, "("))
        {
            var inner = Or(words);
            return Take(words, ")") ? inner : throw new FormatException("the tag expression lacks a ')'");
        }

        var tag = words.Count > 0 ? words.Dequeue() : "its end";
        return tag.StartsWith('@')
            ? tags => tags.Contains(tag)
            : throw new FormatException($"the tag expression has '{tag}' where a tag with its @ belongs");
    }

    private static bool Take(Queue<string> words, string word)
    {
        var found = words.TryPeek(out var next) && next == word;
        if (found)
        {
            words.Dequeue();
        }

        return found;
    }

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Words();
}
