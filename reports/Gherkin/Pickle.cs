using Io.Cucumber.Messages.Types;
using PickleMessage = Io.Cucumber.Messages.Types.Pickle;
using PickleStepMessage = Io.Cucumber.Messages.Types.PickleStep;

namespace PairingLab.Reports.Gherkin;

/// <summary>A scenario as it runs: one row of examples, tags inherited, the background's steps first.</summary>
public sealed class Pickle
{
    internal Pickle(string feature, Rule? rule, Scenario scenario, PickleMessage message, IReadOnlyDictionary<string, Step> steps)
    {
        FeatureName = feature;
        Rule = rule;
        Scenario = scenario;
        Message = message;
        Steps = [.. message.Steps.Select(s => new PickleStep(steps[s.AstNodeIds[0]], s))];
        var row = message.AstNodeIds.ElementAtOrDefault(1);
        foreach (var examples in scenario.Examples.Where(_ => row is not null))
        {
            Row ??= examples.TableBody.Find(r => r.Id == row);
            Arguments = Row is null || Arguments.Count > 0 ? Arguments : Values(examples.TableHeader, Row);
        }
    }

    /// <summary>The pickle as Cucumber Messages has it.</summary>
    public PickleMessage Message { get; }

    /// <summary>The feature file.</summary>
    public string Path => Message.Uri;

    /// <summary>The feature's name.</summary>
    public string FeatureName { get; }

    /// <summary>The rule it stands under, if any.</summary>
    public Rule? Rule { get; }

    /// <summary>The scenario as it is written.</summary>
    public Scenario Scenario { get; }

    /// <summary>Its row of examples; null for a plain scenario.</summary>
    public TableRow? Row { get; }

    /// <summary>The name with the example's values put in.</summary>
    public string Name => Message.Name;

    /// <summary>Those of feature, rule, scenario and examples.</summary>
    public IReadOnlyList<PickleTag> Tags => Message.Tags;

    /// <summary>Its steps.</summary>
    public IReadOnlyList<PickleStep> Steps { get; }

    /// <summary>The line that names it: the row of examples, or the scenario.</summary>
    public int Line => (int)(Row?.Location ?? Scenario.Location).Line;

    /// <summary>File and line, as command lines and annotations have it: <c>Commander/Renewal.feature:12</c>.</summary>
    public string Place => $"{Path}:{Line}";

    /// <summary>The name, with those values of its row that do not stand in it.</summary>
    public string FullName => NameWith(Name, Arguments.Select(a => (a.Key, a.Value)));

    /// <summary>The example's values by the names in the header.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; } = [];

    /// <summary>A name, with those values of its row that do not stand in it.</summary>
    internal static string NameWith(string name, IEnumerable<(string Name, string Value)> arguments)
    {
        var values = arguments.Where(a => !name.Contains(a.Value, StringComparison.Ordinal)).Select(a => $"{a.Name}: {a.Value}").ToList();
        return values.Count == 0 ? name : $"{name} ({string.Join(", ", values)})";
    }

    private static KeyValuePair<string, string>[] Values(TableRow header, TableRow row) =>
        [.. header.Cells.Zip(row.Cells, (name, value) => KeyValuePair.Create(name.Value, value.Value))];
}

/// <summary>A step of a pickle: the example's values are put in.</summary>
/// <param name="Source">The step as it is written.</param>
/// <param name="Message">The step as Cucumber Messages has it.</param>
public sealed record PickleStep(Step Source, PickleStepMessage Message)
{
    /// <summary>The text without the keyword.</summary>
    public string Text => Message.Text;

    /// <summary>The table's cells, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Table =>
        Message.Argument?.DataTable?.Rows.ConvertAll(IReadOnlyList<string> (row) => row.Cells.ConvertAll(c => c.Value));

    /// <summary>The doc string's content.</summary>
    public string? DocString => Message.Argument?.DocString?.Content;
}
