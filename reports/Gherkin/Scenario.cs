namespace PairingLab.Reports.Gherkin;

/// <summary>A scenario, or an outline when it has examples.</summary>
public sealed record Scenario(
    int Line,
    int Column,
    string Keyword,
    string Name,
    string Description,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<Step> Steps,
    IReadOnlyList<Examples> Examples);
