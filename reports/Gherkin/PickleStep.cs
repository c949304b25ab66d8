namespace PairingLab.Reports.Gherkin;

/// <summary>A step of a pickle: the example's values are put in.</summary>
/// <param name="Source">The step as it is written.</param>
/// <param name="Kind">What it is; never a conjunction.</param>
/// <param name="Text">The text.</param>
/// <param name="Table">The table's cells, row by row.</param>
/// <param name="DocString">The doc string's content.</param>
/// <param name="MediaType">The doc string's media type.</param>
public sealed record PickleStep(
    Step Source,
    StepKind Kind,
    string Text,
    IReadOnlyList<IReadOnlyList<string>>? Table,
    string? DocString,
    string? MediaType);
