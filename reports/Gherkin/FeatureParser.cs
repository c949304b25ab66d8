namespace PairingLab.Reports.Gherkin;

/// <summary>The grammar from the feature line down to its scenarios.</summary>
internal sealed class FeatureParser(LineCursor lines)
{
    private readonly StepParser steps = new(lines);

    public Feature Feature()
    {
        Language();
        var tags = Tags();
        var line = lines.Peek();
        var keyword = line?.TitleKeyword("Feature", "Business Need", "Ability");
        if (line is null || keyword is null)
        {
            lines.Fail(line, "a feature file begins with 'Feature:'");
        }

        lines.Take();
        var description = Description(l => l.IsTags || IsBackground(l) || IsScenario(l) || IsRule(l));
        var background = Background();
        var scenarios = Scenarios();
        var rules = Rules();
        return new Feature(
            lines.Path, line.Number, line.Column, keyword, line.Rest(keyword.Length + 1), description, tags, background, scenarios,
            rules, lines.Comments);
    }

    private static bool IsBackground(GherkinLine line) => line.TitleKeyword("Background") is not null;

    private static bool IsRule(GherkinLine line) => line.TitleKeyword("Rule") is not null;

    private static bool IsScenario(GherkinLine line) => ScenarioKeyword(line) is not null;

    private static bool IsExamples(GherkinLine line) => line.TitleKeyword("Examples", "Scenarios") is not null;

    private static string? ScenarioKeyword(GherkinLine line) =>
        line.TitleKeyword("Example", "Scenario", "Scenario Outline", "Scenario Template");

    private void Language()
    {
        while (lines.Raw is { } line && (line.IsBlank || line.IsComment))
        {
            if (line.Language is not { } language)
            {
                if (line.IsComment)
                {
                    lines.Comments.Add(new Comment(line.Number, line.Text));
                }

                lines.Take();
            }
            else if (language == "en")
            {
                lines.Take();
                return;
            }
            else
            {
                lines.Fail(line, $"features are written in English here ('# language: en'), not '{language}'");
            }
        }
    }

    private List<Tag> Tags()
    {
        var tags = new List<Tag>();
        while (lines.Peek() is { IsTags: true } line)
        {
            tags.AddRange(line.Tags());
            if (tags.Find(t => t.Name.Any(char.IsWhiteSpace)) is { } wrong)
            {
                lines.Fail(line, $"a tag has no blank in it; '{wrong.Name}' wants another @");
            }

            lines.Take();
        }

        return tags;
    }

    private string Description(Func<GherkinLine, bool> ends)
    {
        lines.Peek();
        var text = new List<string>();
        while (lines.Raw is { } line && !ends(line))
        {
            if (line.IsComment)
            {
                lines.Comments.Add(new Comment(line.Number, line.Text));
            }
            else
            {
                text.Add(line.Text);
            }

            lines.Take();
        }

        return string.Join('\n', text).TrimEnd();
    }

    private Background? Background()
    {
        if (lines.Peek() is not { } line || !IsBackground(line))
        {
            return null;
        }

        lines.Take();
        var description = Description(l => l.StepKeyword is not null || l.IsTags || IsScenario(l) || IsRule(l));
        return new Background(line.Number, line.Column, line.Rest("Background:".Length), description, steps.Steps());
    }

    private List<Rule> Rules()
    {
        var rules = new List<Rule>();
        while (lines.Peek() is not null)
        {
            var tags = Tags();
            var line = lines.Peek();
            if (line is null || !IsRule(line))
            {
                lines.Fail(line, "expected a step, 'Scenario:', 'Examples:' or 'Rule:'");
            }

            lines.Take();
            var description = Description(l => l.IsTags || IsBackground(l) || IsScenario(l) || IsRule(l));
            rules.Add(new Rule(
                line.Number, line.Column, line.Rest("Rule:".Length), description, tags, Background(), Scenarios()));
        }

        return rules;
    }

    private List<Scenario> Scenarios()
    {
        var scenarios = new List<Scenario>();
        while (lines.Peek() is not null && lines.AfterTags() is { } titled && IsScenario(titled))
        {
            scenarios.Add(Scenario());
        }

        return scenarios;
    }

    private Scenario Scenario()
    {
        var tags = Tags();
        lines.Peek();
        var line = lines.Take();
        var keyword = ScenarioKeyword(line)!;
        var description = Description(
            l => l.StepKeyword is not null || l.IsTags || IsExamples(l) || IsScenario(l) || IsRule(l));
        return new Scenario(
            line.Number, line.Column, keyword, line.Rest(keyword.Length + 1), description, tags, steps.Steps(), AllExamples());
    }

    private List<Examples> AllExamples()
    {
        var all = new List<Examples>();
        while (lines.Peek() is not null && lines.AfterTags() is { } titled && IsExamples(titled))
        {
            all.Add(OneExamples());
        }

        return all;
    }

    private Examples OneExamples()
    {
        var tags = Tags();
        lines.Peek();
        var line = lines.Take();
        var keyword = line.TitleKeyword("Examples", "Scenarios")!;
        var description = Description(l => l.IsRow || l.IsTags || IsExamples(l) || IsScenario(l) || IsRule(l));
        var rows = steps.Rows();
        return new Examples(
            line.Number, line.Column, keyword, line.Rest(keyword.Length + 1), description, tags, rows.FirstOrDefault(),
            [.. rows.Skip(1)]);
    }
}
