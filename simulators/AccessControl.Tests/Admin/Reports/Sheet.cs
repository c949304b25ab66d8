using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace PairingLab.AccessControl.Tests.Admin.Reports;

/// <summary>The one sheet of a spreadsheet.</summary>
/// <param name="Rows">The cells of each row, the heading first.</param>
/// <param name="Errors">Where the file breaks the schema of Office Open XML.</param>
/// <param name="Styles">The styles that cells name by their number.</param>
internal sealed record Sheet(IReadOnlyList<IReadOnlyList<Cell>> Rows, IReadOnlyList<string> Errors, Stylesheet Styles)
{
    public static Sheet Read(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        return new(
            [.. sheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())],
            [.. new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")],
            document.WorkbookPart.WorkbookStylesPart!.Stylesheet);
    }

    /// <summary>The number format of a cell that has one made for the file.</summary>
    public string? FormatOf(Cell cell)
    {
        var style = Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        return Styles.NumberingFormats!.Elements<NumberingFormat>()
            .SingleOrDefault(f => f.NumberFormatId!.Value == style.NumberFormatId!.Value)?.FormatCode;
    }
}
