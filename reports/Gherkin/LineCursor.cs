using System.Diagnostics.CodeAnalysis;

namespace PairingLab.Reports.Gherkin;

/// <summary>Goes through the lines of a feature file; comments met on the way are collected.</summary>
internal sealed class LineCursor
{
    private readonly GherkinLine[] lines;
    private int next;

    public LineCursor(string path, string content)
    {
        Path = path;
        lines = [.. content.TrimStart('\uFEFF').Split('\n').Select((text, i) => new GherkinLine(i + 1, text.TrimEnd('\r')))];
    }

    public string Path { get; }

    public List<Comment> Comments { get; } = [];

    /// <summary>The next line as it is, or null at the end.</summary>
    public GherkinLine? Raw => next < lines.Length ? lines[next] : null;

    public GherkinLine Take() => lines[next++];

    /// <summary>The next line that says something, or null at the end.</summary>
    public GherkinLine? Peek()
    {
        while (Raw is { } line && (line.IsBlank || line.IsComment))
        {
            if (line.IsComment)
            {
                Comments.Add(new Comment(line.Number, line.Text));
            }

            next++;
        }

        return Raw;
    }

    /// <summary>The line that the tags which come next belong to, or null; nothing is taken.</summary>
    public GherkinLine? AfterTags() =>
        Array.Find(lines[next..], line => !line.IsTags && !line.IsBlank && !line.IsComment);

    [DoesNotReturn]
    public void Fail(GherkinLine? at, string message) =>
        throw new GherkinException(Path, at?.Number ?? lines.Length, message);
}
