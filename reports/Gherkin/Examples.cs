namespace PairingLab.Reports.Gherkin;

/// <summary>A table of examples of an outline.</summary>
public sealed record Examples(
    int Line,
    int Column,
    string Keyword,
    string Name,
    string Description,
    IReadOnlyList<Tag> Tags,
    TableRow? Header,
    IReadOnlyList<TableRow> Rows);
