using System.Text.RegularExpressions;

namespace PairingLab.Host.Tests.Documents;

/// <summary>A Markdown page of the repository: its links, and the places in it that a link can lead to.</summary>
internal sealed partial class MarkdownPage(string path)
{
    private readonly string[] lines = File.ReadAllLines(path);

    /// <summary>The links to other places of the repository, as they are written. Code is not looked at.</summary>
    public IEnumerable<string> RelativeLinks => Text
        .SelectMany(line => Link().Matches(line))
        .Select(m => m.Groups["target"].Value)
        .Where(target => !target.Contains(':', StringComparison.Ordinal));

    /// <summary>The names of the page's tables of sources: the first cell of each row.</summary>
    public IEnumerable<string> FirstCells => Text
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split('|')[1].Trim());

    private IEnumerable<string> Text
    {
        get
        {
            var fenced = false;
            foreach (var line in lines)
            {
                fenced ^= line.StartsWith("```", StringComparison.Ordinal);
                if (!fenced && !line.StartsWith("    ", StringComparison.Ordinal))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>What is wrong with a link of this page; null when it leads somewhere.</summary>
    public string? WhyNot(string link)
    {
        var (file, place) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = file.Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, file));
        return !File.Exists(target) && !Directory.Exists(target) ? $"{path}: nothing is at {link}"
            : place is not null && !new MarkdownPage(target).Places.Contains(place) ? $"{path}: {file} has no heading #{place}"
            : null;
    }

    /// <summary>Headings as GitHub makes anchors of them: small letters, no punctuation, a dash for a space.</summary>
    private IEnumerable<string> Places => Text
        .Where(line => line.StartsWith('#'))
        .Select(line => Punctuation().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture)]
    private static partial Regex Punctuation();
}
