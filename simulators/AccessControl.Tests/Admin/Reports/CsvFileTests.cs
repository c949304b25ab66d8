using System.Text;
using PairingLab.AccessControl.Admin.Reports;

namespace PairingLab.AccessControl.Tests.Admin.Reports;

public sealed class CsvFileTests
{
    [Fact]
    public async Task A_file_begins_with_the_byte_order_mark_and_the_heading()
    {
        var bytes = await BytesAsync(["A", "B"]);

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe("A,B\r\n");
    }

    [Fact]
    public async Task Values_are_written_the_same_in_every_country() =>
        (await LineAsync("text", 1234567L, -5, null, true, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(1))))
            .ShouldBe("text,1234567,-5,,true,2026-01-05T08:00:00Z");

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    public async Task A_separator_a_quote_or_a_line_break_makes_a_quoted_cell(string text, string cell) =>
        (await LineAsync(text)).ShouldBe(cell);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t'=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    public async Task A_text_that_a_spreadsheet_would_run_is_made_harmless(string text, string cell) =>
        (await LineAsync(text)).ShouldBe(cell);

    [Theory]
    [InlineData("x;=cmd|'/c calc'!A1;", "\"x;'=cmd|'/c calc'!A1;\"")]
    [InlineData("x\n=1+1", "\"x\n'=1+1\"")]
    [InlineData("x\t@SUM(A1)", "\"x\t'@SUM(A1)\"")]
    public async Task So_is_one_that_begins_a_cell_where_another_separator_is_used(string text, string cell) =>
        (await LineAsync(text)).ShouldBe(cell);

    [Theory]
    [InlineData("a=b")]
    [InlineData("Jean-Luc")]
    [InlineData("anna@example.com")]
    public async Task What_begins_no_cell_stays_as_it_is(string text) => (await LineAsync(text)).ShouldBe(text);

    private static async Task<string> LineAsync(params object?[] cells)
    {
        var text = Encoding.UTF8.GetString((await BytesAsync(["heading"], cells))[3..]);
        return text["heading\r\n".Length..^"\r\n".Length];
    }

    private static async Task<byte[]> BytesAsync(string[] head, params object?[][] rows)
    {
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, head, rows.ToAsyncEnumerable(), CancellationToken.None);
        return file.ToArray();
    }
}
