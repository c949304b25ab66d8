using System.IO.Compression;
using System.Text;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>
/// A spreadsheet (Office Open XML, ECMA-376) with one sheet, written as it comes. No library that writes these is on every feed, and a
/// sheet of texts takes four small files.
/// </summary>
internal sealed class ExcelReport : IReport
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive zip;
    private readonly StreamWriter sheet;

    public ExcelReport(Stream to)
    {
        zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        Part("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Report\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        sheet = Writer("xl/worksheets/sheet1.xml");
        sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
    }

    public async Task WriteAsync(IReadOnlyList<string> cells)
    {
        await sheet.WriteAsync("<row>");
        foreach (var cell in cells)
        {
            // An inline string is never a formula.
            await sheet.WriteAsync($"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(cell)}</t></is></c>");
        }

        await sheet.WriteAsync("</row>");
    }

    public async ValueTask DisposeAsync()
    {
        await sheet.WriteAsync("</sheetData></worksheet>");
        await sheet.DisposeAsync();
        zip.Dispose();
    }

    private static string Escaped(string text) => string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n'))
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private void Part(string name, string xml)
    {
        using var writer = Writer(name);
        writer.Write(xml.Trim());
    }

    private StreamWriter Writer(string name)
    {
        var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 16 * 1024);
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        return writer;
    }
}
