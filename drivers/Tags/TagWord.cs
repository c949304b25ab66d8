using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Tags;

/// <summary>A word or parenthesis of an expression and where it stands (1 is the first character).</summary>
internal sealed partial record TagWord(string Text, int Position)
{
    /// <summary>The words in order, and an empty one behind the last.</summary>
    public static IReadOnlyList<TagWord> In(string expression) =>
    [
        .. Pattern().Matches(expression).Select(m => new TagWord(m.Value, m.Index + 1)),
        new TagWord("", expression.Length + 1),
    ];

    [GeneratedRegex(@"[()]|[^\s()]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
