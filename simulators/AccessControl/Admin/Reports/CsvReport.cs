using System.Text;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>Comma-separated values (RFC 4180), in UTF-8 with the mark that Excel needs to see it.</summary>
internal sealed class CsvReport(Stream to) : IReport
{
    private readonly StreamWriter writer = new(to, new UTF8Encoding(true), 16 * 1024) { NewLine = "\r\n" };

    public Task WriteAsync(IReadOnlyList<string> cells) => writer.WriteLineAsync(string.Join(',', cells.Select(Cell)));

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static string Cell(string text)
    {
        var harmless = Formulas.Defuse(text);
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
