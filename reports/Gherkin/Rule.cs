namespace PairingLab.Reports.Gherkin;

/// <summary>A rule and the scenarios that show it.</summary>
public sealed record Rule(
    int Line,
    int Column,
    string Name,
    string Description,
    IReadOnlyList<Tag> Tags,
    Background? Background,
    IReadOnlyList<Scenario> Scenarios);
