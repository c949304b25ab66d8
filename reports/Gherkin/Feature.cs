namespace PairingLab.Reports.Gherkin;

/// <summary>A feature file, read.</summary>
public sealed record Feature(
    string Path,
    int Line,
    int Column,
    string Keyword,
    string Name,
    string Description,
    IReadOnlyList<Tag> Tags,
    Background? Background,
    IReadOnlyList<Scenario> Scenarios,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Comment> Comments)
{
    /// <summary>Every scenario that a run has to run, outlines expanded row by row, in the order of the file.</summary>
    public IReadOnlyList<Pickle> Pickles => field ??= PickleCompiler.Compile(this);
}
