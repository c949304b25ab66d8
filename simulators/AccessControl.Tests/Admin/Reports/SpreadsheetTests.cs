using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using PairingLab.AccessControl.Admin.Reports;
using Spreadsheet = PairingLab.AccessControl.Admin.Reports.Spreadsheet;

namespace PairingLab.AccessControl.Tests.Admin.Reports;

/// <summary>Spreadsheets as Microsoft's own library reads them, which is not the one that writes them.</summary>
public sealed class SpreadsheetTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 0, 1, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_file_is_valid() => (await SheetAsync([At, 7L, true, null, "text\n second line"])).Errors.ShouldBeEmpty();

    [Fact]
    public async Task Without_rows_there_is_the_heading()
    {
        var sheet = await SheetAsync();

        sheet.Errors.ShouldBeEmpty();
        sheet.Rows.ShouldHaveSingleItem().Select(c => c.CellValue!.Text).ShouldBe(["At", "Count", "Paid", "Nothing", "Text"]);
    }

    [Fact]
    public async Task A_time_is_a_number_that_is_shown_as_date_and_time_in_UTC()
    {
        var sheet = await SheetAsync([At, 7L, true, null, "text"]);

        var cell = sheet.Rows[1][0];
        cell.DataType.ShouldBeNull();
        DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture))
            .ShouldBe(At.UtcDateTime, TimeSpan.FromMilliseconds(1));
        sheet.FormatOf(cell).ShouldBe("yyyy-mm-dd hh:mm:ss");
    }

    [Fact]
    public async Task A_number_and_a_truth_value_are_what_they_are()
    {
        var row = (await SheetAsync([At, 1_234_567_890_123, true, null, "text"])).Rows[1];

        (row[1].DataType?.Value ?? CellValues.Number).ShouldBe(CellValues.Number);
        row[1].CellValue!.Text.ShouldBe("1234567890123");
        row[2].DataType!.Value.ShouldBe(CellValues.Boolean);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("0042")]
    public async Task A_text_stays_a_text_and_is_never_a_formula(string text)
    {
        var cell = (await SheetAsync([At, 1L, true, null, text])).Rows[1][4];

        cell.DataType!.Value.ShouldBe(CellValues.String);
        cell.CellFormula.ShouldBeNull();
        cell.CellValue!.Text.ShouldBe(text);
    }

    /// <summary>Each of these in a cell made Excel call the whole file damaged, or would.</summary>
    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uD800b")]
    [InlineData("a\u000Bb")]
    [InlineData("<&>\"")]
    public async Task Characters_that_XML_does_not_have_do_not_damage_the_file(string text)
    {
        var sheet = await SheetAsync([At, 1L, true, null, text]);

        sheet.Errors.ShouldBeEmpty();
        sheet.Rows[1][4].CellValue!.Text.ShouldStartWith(text[..1]);
    }

    [Fact]
    public async Task Somebody_who_goes_away_ends_the_work()
    {
        using var cancel = new CancellationTokenSource();
        async IAsyncEnumerable<IEnumerable<object?>> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return [1L];
                await cancel.CancelAsync();
            }
        }

        using var file = new MemoryStream();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Spreadsheet.WriteAsync(file, [("Count", false)], Endless(), cancel.Token));
        file.Length.ShouldBe(0);
    }

    private static async Task<Sheet> SheetAsync(params object?[][] rows)
    {
        using var file = new MemoryStream();
        (string, bool)[] columns = [("At", true), ("Count", false), ("Paid", false), ("Nothing", false), ("Text", false)];
        await Spreadsheet.WriteAsync(file, columns, rows.ToAsyncEnumerable(), CancellationToken.None);
        return Sheet.Read(file);
    }
}
