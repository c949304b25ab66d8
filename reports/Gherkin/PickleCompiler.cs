namespace PairingLab.Reports.Gherkin;

/// <summary>Makes pickles of a feature, by the rules of the official compiler.</summary>
internal static class PickleCompiler
{
    public static IReadOnlyList<Pickle> Compile(Feature feature)
    {
        var background = feature.Background?.Steps ?? [];
        var pickles = feature.Scenarios.SelectMany(s => Of(feature, null, s, background));
        var ruled = feature.Rules.SelectMany(
            r => r.Scenarios.SelectMany(s => Of(feature, r, s, [.. background, .. r.Background?.Steps ?? []])));
        return [.. pickles, .. ruled];
    }

    private static IEnumerable<Pickle> Of(Feature feature, Rule? rule, Scenario scenario, IReadOnlyList<Step> background)
    {
        if (scenario.Examples.Count == 0)
        {
            yield return One(feature, rule, scenario, null, null, background);
        }

        foreach (var examples in scenario.Examples)
        {
            foreach (var row in examples.Rows)
            {
                yield return One(feature, rule, scenario, examples, row, background);
            }
        }
    }

    private static Pickle One(
        Feature feature, Rule? rule, Scenario scenario, Examples? examples, TableRow? row, IReadOnlyList<Step> background)
    {
        string Fill(string text) => examples?.Header is null || row is null ? text : Substitute(text, examples.Header, row);

        // A scenario without steps is one to be written; the background alone would make it look alive.
        var steps = scenario.Steps.Count == 0 ? [] : Steps(background, scenario.Steps, Fill);
        Tag[] tags = [.. feature.Tags, .. rule?.Tags ?? [], .. scenario.Tags, .. examples?.Tags ?? []];
        return new Pickle(
            feature.Path, feature.Name, rule, scenario, examples?.Header, row, Fill(scenario.Name), tags, steps);
    }

    private static List<PickleStep> Steps(
        IReadOnlyList<Step> background, IReadOnlyList<Step> own, Func<string, string> fill)
    {
        var kind = StepKind.Unknown;
        var steps = new List<PickleStep>();
        foreach (var step in background.Concat(own))
        {
            kind = step.Kind == StepKind.Conjunction ? kind : step.Kind;
            steps.Add(FillStep(step, kind, steps.Count < background.Count ? text => text : fill));
        }

        return steps;
    }

    private static PickleStep FillStep(Step step, StepKind kind, Func<string, string> fill) => new(
        step,
        kind,
        fill(step.Text),
        step.Table?.Select(IReadOnlyList<string> (row) => [.. row.Cells.Select(c => fill(c.Value))]).ToList(),
        step.DocString is { } doc ? fill(doc.Content) : null,
        step.DocString?.MediaType is { } type ? fill(type) : null);

    private static string Substitute(string text, TableRow header, TableRow row)
    {
        for (var i = 0; i < header.Cells.Count; i++)
        {
            text = text.Replace($"<{header.Cells[i].Value}>", row.Cells[i].Value, StringComparison.Ordinal);
        }

        return text;
    }
}
