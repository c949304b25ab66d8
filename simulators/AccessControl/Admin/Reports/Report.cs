using System.Globalization;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>A column of a report.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Of">A row's value: a text, a whole number, a truth value, a time, or null for an empty cell.</param>
/// <param name="IsTime">True when the values are times: a spreadsheet formats the whole column as date and time.</param>
internal sealed record ReportColumn<T>(string Name, Func<T, object?> Of, bool IsTime = false);

/// <summary>The files that a report can be exported as.</summary>
internal static class ReportFile
{
    /// <summary>The value that asks for a spreadsheet.</summary>
    public const string Spreadsheet = "xlsx";

    /// <summary>The choices of the export form.</summary>
    public static IReadOnlyList<(string Value, string Text)> Types { get; } = [("csv", "CSV"), (Spreadsheet, "Spreadsheet (xlsx)")];

    /// <summary>The file that the address asks for in its field "as".</summary>
    public static string Asked(FormValues query) => query.OneOf("as", "file", [.. Types.Select(t => t.Value)]);
}

/// <summary>A report as a download. Rows are written as they are read, so that a longer report needs no more memory.</summary>
/// <param name="name">The file's name, without date and extension.</param>
/// <param name="fileType">One of <see cref="ReportFile.Types"/>.</param>
/// <param name="at">When the report is made.</param>
/// <param name="columns">The columns.</param>
/// <param name="rows">The rows.</param>
internal sealed class Report<T>(
    string name, string fileType, DateTimeOffset at, IReadOnlyList<ReportColumn<T>> columns, IAsyncEnumerable<T> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        var isSpreadsheet = fileType == ReportFile.Spreadsheet;
        response.ContentType = isSpreadsheet ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"{name}-{at.UtcDateTime:yyyyMMdd-HHmmss}.{(isSpreadsheet ? "xlsx" : "csv")}\"");
        var values = rows.Select(row => columns.Select(c => c.Of(row)));
        await (isSpreadsheet
            ? Spreadsheet.WriteAsync(response.Body, [.. columns.Select(c => (c.Name, c.IsTime))], values, cancel)
            : CsvFile.WriteAsync(response.Body, columns.Select(c => c.Name), values, cancel));
    }
}
