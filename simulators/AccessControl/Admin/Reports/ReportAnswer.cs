using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>A report as a file to be kept; its rows go out as they are read, so that it takes no more memory for more rows.</summary>
/// <param name="name">The file's name, without what tells its sort.</param>
/// <param name="sort">"csv" or "xlsx".</param>
/// <param name="at">When it is made.</param>
/// <param name="head">The columns.</param>
/// <param name="rows">The rows.</param>
internal sealed class ReportAnswer(string name, string sort, DateTimeOffset at, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string>> rows) : IResult
{
    private const string Excel = "xlsx";

    /// <summary>Choices for whoever asks for a report.</summary>
    public static IReadOnlyList<(string Value, string Text)> Sorts { get; } = [("csv", "CSV"), (Excel, "Spreadsheet (xlsx)")];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var isExcel = sort == Excel;
        httpContext.Response.ContentType = isExcel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition =
            string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}-{at.UtcDateTime:yyyyMMdd-HHmmss}.{(isExcel ? Excel : "csv")}\"");

        // The end of a zip file is written at once, a few hundred bytes.
        httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = isExcel;
        await using IReport report = isExcel ? new ExcelReport(httpContext.Response.Body) : new CsvReport(httpContext.Response.Body);
        await report.WriteAsync(head);
        await foreach (var row in rows.WithCancellation(httpContext.RequestAborted))
        {
            await report.WriteAsync(row);
        }
    }
}
