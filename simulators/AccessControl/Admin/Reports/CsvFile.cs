using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>Comma-separated values (RFC 4180) in UTF-8, with the byte order mark without which Excel does not recognise UTF-8.</summary>
internal static partial class CsvFile
{
    /// <summary>Writes a heading and rows.</summary>
    public static async Task WriteAsync(Stream to, IEnumerable<string> head, IAsyncEnumerable<IEnumerable<object?>> rows,
        CancellationToken cancel)
    {
        await using var writer =
            new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(head));
        await foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            await writer.WriteLineAsync(Line(row));
        }
    }

    private static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(FormulaStart().Replace(value.ToString() ?? "", "'")),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n;\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// Where a spreadsheet program would take what follows for a formula and run it (CSV injection): at the start of a cell. In a country
    /// whose list separator is ';' a cell starts after each ';' as well, and quotes inside what is one cell there protect nothing.
    /// </summary>
    [GeneratedRegex(@"^(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])")]
    private static partial Regex FormulaStart();
}
