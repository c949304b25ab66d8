using System.Text.RegularExpressions;

namespace PairingLab.Reports.Gherkin;

/// <summary>A line of a feature file, and what it can be taken for.</summary>
internal sealed partial record GherkinLine(int Number, string Text)
{
    private static readonly string[] StepKeywords = ["Given ", "When ", "Then ", "And ", "But ", "* "];

    public string Trimmed { get; } = Text.TrimStart();

    public int Indent => Text.Length - Trimmed.Length;

    public int Column => Indent + 1;

    public bool IsBlank => Trimmed.Length == 0;

    public bool IsComment => Trimmed.StartsWith('#');

    public bool IsTags => Trimmed.StartsWith('@');

    public bool IsRow => Trimmed.StartsWith('|');

    public string? StepKeyword => Array.Find(StepKeywords, k => Trimmed.StartsWith(k, StringComparison.Ordinal));

    public string? Language => LanguagePattern().Match(Trimmed) is { Success: true } match ? match.Groups[1].Value : null;

    public string? TitleKeyword(params string[] keywords) =>
        Array.Find(keywords, k => Trimmed.StartsWith(k + ":", StringComparison.Ordinal));

    public string Rest(int length) => Trimmed[length..].Trim();

    public IEnumerable<Tag> Tags()
    {
        var column = Column;
        foreach (var item in TagComment().Split(Trimmed)[0].Split('@'))
        {
            var name = item.TrimEnd();
            if (name.Length > 0)
            {
                yield return new Tag(Number, column, "@" + name);
                column += item.EnumerateRunes().Count() + 1;
            }
        }
    }

    [GeneratedRegex(@"^#\s*language\s*:\s*([a-zA-Z\-_]+)\s*$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"\s#")]
    private static partial Regex TagComment();
}
