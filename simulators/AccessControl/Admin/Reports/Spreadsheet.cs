using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>A spreadsheet (Office Open XML, ECMA-376) with one sheet. Times are UTC, since a spreadsheet knows no time zones.</summary>
internal static class Spreadsheet
{
    private const double TimeWidth = 20;

    /// <summary>Writes a heading and rows.</summary>
    public static async Task WriteAsync(
        Stream to, IReadOnlyList<(string Name, bool IsTime)> columns, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        var configuration = new OpenXmlConfiguration
        {
            TableStyles = TableStyles.None,
            AutoFilter = false,
            DynamicColumns =
            [
                .. columns.Index().Where(c => c.Item.IsTime)
                    .Select(c => new DynamicExcelColumn(Key(c.Index)) { Format = "yyyy-mm-dd hh:mm:ss", Width = TimeWidth }),
            ],
        };

        // The asynchronous writer of MiniExcel 1.46 puts an element where the schema has none, and Excel offers to repair the file. The
        // other one blocks, so it writes to a file and not to a browser that may be slow.
        await using var file = TemporaryFile();
        var cells = Rows(columns.Select(c => c.Name), rows.ToBlockingEnumerable(cancel), cancel);
        await Task.Run(() => MiniExcel.SaveAs(file, cells, printHeader: false, "Report", ExcelType.XLSX, configuration), cancel);
        file.Position = 0;
        await file.CopyToAsync(to, cancel);
    }

    /// <summary>The heading is a row like the others: a report without rows has one too.</summary>
    private static IEnumerable<Dictionary<string, object?>> Rows(
        IEnumerable<string> head, IEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        foreach (var row in rows.Prepend(head))
        {
            cancel.ThrowIfCancellationRequested();
            yield return row.Index()
                .ToDictionary(c => Key(c.Index), c => c.Item is DateTimeOffset at ? at.UtcDateTime : c.Item, StringComparer.Ordinal);
        }
    }

    private static string Key(int column) => column.ToString(CultureInfo.InvariantCulture);

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(Path.Combine(Path.GetTempPath(), $"macs-report-{Path.GetRandomFileName()}"), options);
    }
}
