namespace PairingLab.Reports.Gherkin;

/// <summary>The grammar of steps and what hangs on them.</summary>
internal sealed class StepParser(LineCursor lines)
{
    private static readonly string[] Fences = ["\"\"\"", "```"];

    public List<Step> Steps()
    {
        var steps = new List<Step>();
        while (lines.Peek() is { StepKeyword: { } keyword } line)
        {
            lines.Take();
            IReadOnlyList<TableRow>? table = null;
            DocString? doc = null;
            while (lines.Peek() is { } next && (table is null && next.IsRow || doc is null && Fence(next) is not null))
            {
                if (next.IsRow)
                {
                    table = Rows();
                }
                else
                {
                    doc = Doc();
                }
            }

            steps.Add(new Step(line.Number, line.Column, keyword, line.Rest(keyword.Length), table, doc));
        }

        return steps;
    }

    public List<TableRow> Rows()
    {
        var rows = new List<TableRow>();
        while (lines.Peek() is { IsRow: true } line)
        {
            var row = new TableRow(line.Number, line.Column, TableCells.Split(line));
            if (rows.Count > 0 && rows[0].Cells.Count != row.Cells.Count)
            {
                lines.Fail(line, $"this row has {row.Cells.Count} cells, the first one {rows[0].Cells.Count}");
            }

            rows.Add(row);
            lines.Take();
        }

        return rows;
    }

    private static string? Fence(GherkinLine line) =>
        Array.Find(Fences, f => line.Trimmed.StartsWith(f, StringComparison.Ordinal));

    private DocString Doc()
    {
        var opening = lines.Take();
        var fence = Fence(opening)!;
        var content = new List<string>();
        while (lines.Raw is { } line && !line.Trimmed.StartsWith(fence, StringComparison.Ordinal))
        {
            content.Add(Unfence(line.Indent < opening.Indent ? line.Trimmed : line.Text[opening.Indent..], fence));
            lines.Take();
        }

        if (lines.Raw is null)
        {
            lines.Fail(opening, $"this doc string is not closed with {fence}");
        }

        lines.Take();
        var mediaType = opening.Rest(fence.Length);
        return new DocString(
            opening.Number, opening.Column, fence, mediaType.Length == 0 ? null : mediaType, string.Join('\n', content));
    }

    private static string Unfence(string text, string fence)
    {
        var escaped = $@"\{fence[0]}\{fence[0]}\{fence[0]}";
        var at = text.IndexOf(escaped, StringComparison.Ordinal);

        // Only the first one in a line, as the official reader does it.
        return at < 0 ? text : text[..at] + fence + text[(at + escaped.Length)..];
    }
}
