namespace PairingLab.Reports.Gherkin;

/// <summary>A cell of a table, unescaped.</summary>
public sealed record TableCell(int Column, string Value);
