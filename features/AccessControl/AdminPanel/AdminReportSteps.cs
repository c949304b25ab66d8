using System.IO.Compression;
using System.Text;

namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>Reports that are exported.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class AdminReportSteps(AdminPeople people)
{
    private string[] lines = [];
    private byte[] content = [];

    [When(@"^([A-Z][a-z]+) exports the report$")]
    public Task Exports(string name) => ExportAsync(name);

    [When(@"^([A-Z][a-z]+) exports the (Summary|Detailed) report$")]
    public Task ExportsIn(string name, string format) => ExportAsync(name, ("Format", format));

    [When(@"^([A-Z][a-z]+) exports the (Summary|Detailed) report as a spreadsheet$")]
    public Task ExportsASheet(string name, string format) => ExportAsync(name, ("Format", format), ("File", "Spreadsheet (xlsx)"));

    [Then(@"^the file has exactly the columns$")]
    public void HasTheColumns(Table table) => lines[0].Split(',').ShouldBe(table.Rows.Select(r => r[0]));

    [Then(@"^the file has the rows$")]
    public void HasTheRows(Table table)
    {
        var columns = lines[0].Split(',').ToList();
        var rows = lines.Skip(1).Select(l => string.Join(" | ", table.Header.Select(h => l.Split(',')[columns.IndexOf(h)])));
        rows.ShouldBe(table.Rows.Select(r => string.Join(" | ", r.Values)));
    }

    [Then(@"^the spreadsheet says ""(.*)""$")]
    public async Task TheSheetSays(string text)
    {
        await using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        (await sheet.ReadToEndAsync()).ShouldContain($">{text}<");
    }

    private async Task ExportAsync(string name, params (string Field, string Choice)[] choices)
    {
        var page = await people.PageAsync(name);
        await page.UnfoldAsync("Export Report");
        foreach (var (field, choice) in choices)
        {
            await page.FillAsync(field, choice);
        }

        (_, content) = await page.DownloadAsync("Export");
        lines = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
