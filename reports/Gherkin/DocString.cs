namespace PairingLab.Reports.Gherkin;

/// <summary>A step's doc string, its indent taken off.</summary>
public sealed record DocString(int Line, int Column, string Delimiter, string? MediaType, string Content);
