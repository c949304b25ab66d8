namespace PairingLab.Reports.Gherkin;

/// <summary>Steps that go before those of each scenario.</summary>
public sealed record Background(int Line, int Column, string Name, string Description, IReadOnlyList<Step> Steps);
