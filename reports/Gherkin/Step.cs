namespace PairingLab.Reports.Gherkin;

/// <summary>A step as it is written.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Column">Where its keyword begins.</param>
/// <param name="Keyword">The keyword with the blank after it, which belongs to it in Gherkin.</param>
/// <param name="Text">What follows the keyword.</param>
/// <param name="Table">Its table, if any.</param>
/// <param name="DocString">Its doc string, if any.</param>
public sealed record Step(
    int Line, int Column, string Keyword, string Text, IReadOnlyList<TableRow>? Table, DocString? DocString)
{
    /// <summary>What the keyword alone says of the step.</summary>
    public StepKind Kind => Keyword switch
    {
        "Given " => StepKind.Context,
        "When " => StepKind.Action,
        "Then " => StepKind.Outcome,
        "And " or "But " => StepKind.Conjunction,
        _ => StepKind.Unknown,
    };
}
