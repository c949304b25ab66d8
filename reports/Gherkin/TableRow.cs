namespace PairingLab.Reports.Gherkin;

/// <summary>A row of a table.</summary>
public sealed record TableRow(int Line, int Column, IReadOnlyList<TableCell> Cells);
