namespace PairingLab.Reports.Gherkin;

/// <summary>A scenario as it runs: one row of examples, tags inherited, the background's steps first.</summary>
/// <param name="Path">The feature file.</param>
/// <param name="FeatureName">The feature's name.</param>
/// <param name="Rule">The rule it stands under, if any.</param>
/// <param name="Scenario">The scenario as it is written.</param>
/// <param name="Header">The header of its examples; null for a plain scenario.</param>
/// <param name="Row">Its row of examples; null for a plain scenario.</param>
/// <param name="Name">The name with the example's values put in.</param>
/// <param name="Tags">Those of feature, rule, scenario and examples.</param>
/// <param name="Steps">Its steps.</param>
public sealed record Pickle(
    string Path,
    string FeatureName,
    Rule? Rule,
    Scenario Scenario,
    TableRow? Header,
    TableRow? Row,
    string Name,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<PickleStep> Steps)
{
    /// <summary>The line that names it: the row of examples, or the scenario.</summary>
    public int Line => Row?.Line ?? Scenario.Line;

    /// <summary>The column that goes with <see cref="Line"/>.</summary>
    public int Column => Row?.Column ?? Scenario.Column;

    /// <summary>The example's values by the names in the header.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; } =
        Header is null || Row is null
            ? []
            : [.. Header.Cells.Zip(Row.Cells, (name, value) => KeyValuePair.Create(name.Value, value.Value))];
}
