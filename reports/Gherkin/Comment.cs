namespace PairingLab.Reports.Gherkin;

/// <summary>A comment, the whole line with its indent.</summary>
public sealed record Comment(int Line, string Text);
