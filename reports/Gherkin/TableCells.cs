using System.Text;

namespace PairingLab.Reports.Gherkin;

/// <summary>Splits a table row into cells: \| is a bar, \n a line break, \\ a backslash.</summary>
internal static class TableCells
{
    // No line break among them: one that was written as \n belongs to the cell.
    private static readonly char[] Blanks = [' ', '\t', '\v', '\f', '\r', '\u0085', '\u00A0'];

    public static IReadOnlyList<TableCell> Split(GherkinLine line)
    {
        var cells = new List<TableCell>();
        var cell = new StringBuilder();
        var text = line.Trimmed;
        var start = 1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '|')
            {
                cells.Add(Cell(line, cell.ToString(), start));
                cell.Clear();
                start = i + 1;
            }
            else if (text[i] == '\\' && i + 1 < text.Length)
            {
                cell.Append(Unescape(text[++i]));
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        return cells;
    }

    private static string Unescape(char letter) => letter switch
    {
        'n' => "\n",
        '|' or '\\' => letter.ToString(),
        _ => "\\" + letter,
    };

    private static TableCell Cell(GherkinLine line, string text, int start)
    {
        var trimmed = text.TrimStart(Blanks);
        return new TableCell(line.Column + start + text.Length - trimmed.Length, trimmed.TrimEnd(Blanks));
    }
}
