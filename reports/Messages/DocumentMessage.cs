using System.Text.Json.Nodes;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Messages;

/// <summary>A feature as a gherkinDocument message.</summary>
internal sealed class DocumentMessage(MessageIds ids)
{
    public JsonObject Of(Feature feature) => new()
    {
        ["gherkinDocument"] = new JsonObject
        {
            ["uri"] = feature.Path,
            ["feature"] = new JsonObject
            {
                ["location"] = At(feature.Line, feature.Column),
                ["tags"] = Array(feature.Tags, OfTag),
                ["language"] = "en",
                ["keyword"] = feature.Keyword,
                ["name"] = feature.Name,
                ["description"] = feature.Description,
                ["children"] = Children(feature.Background, feature.Scenarios, feature.Rules),
            },
            ["comments"] = Array(feature.Comments, c => new JsonObject { ["location"] = At(c.Line, 1), ["text"] = c.Text }),
        },
    };

    public static JsonObject At(int line, int column) => new() { ["line"] = line, ["column"] = column };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> convert) => new([.. items.Select(convert)]);

    private JsonArray Children(Background? background, IReadOnlyList<Scenario> scenarios, IReadOnlyList<Rule> rules)
    {
        var children = Array(scenarios, s => new JsonObject { ["scenario"] = OfScenario(s) });
        if (background is not null)
        {
            children.Insert(0, new JsonObject { ["background"] = OfBackground(background) });
        }

        foreach (var rule in rules)
        {
            children.Add(new JsonObject { ["rule"] = OfRule(rule) });
        }

        return children;
    }

    private JsonObject OfTag(Tag tag) => new()
    {
        ["location"] = At(tag.Line, tag.Column),
        ["name"] = tag.Name,
        ["id"] = ids.Of(tag),
    };

    private JsonObject OfBackground(Background background) => new()
    {
        ["id"] = ids.Of(background),
        ["location"] = At(background.Line, background.Column),
        ["keyword"] = "Background",
        ["name"] = background.Name,
        ["description"] = background.Description,
        ["steps"] = Array(background.Steps, OfStep),
    };

    private JsonObject OfRule(Rule rule) => new()
    {
        ["id"] = ids.Of(rule),
        ["location"] = At(rule.Line, rule.Column),
        ["keyword"] = "Rule",
        ["name"] = rule.Name,
        ["description"] = rule.Description,
        ["children"] = Children(rule.Background, rule.Scenarios, []),
        ["tags"] = Array(rule.Tags, OfTag),
    };

    private JsonObject OfScenario(Scenario scenario) => new()
    {
        ["id"] = ids.Of(scenario),
        ["tags"] = Array(scenario.Tags, OfTag),
        ["location"] = At(scenario.Line, scenario.Column),
        ["keyword"] = scenario.Keyword,
        ["name"] = scenario.Name,
        ["description"] = scenario.Description,
        ["steps"] = Array(scenario.Steps, OfStep),
        ["examples"] = Array(scenario.Examples, OfExamples),
    };

    private JsonObject OfExamples(Examples examples)
    {
        var message = new JsonObject
        {
            ["id"] = ids.Of(examples),
            ["tags"] = Array(examples.Tags, OfTag),
            ["location"] = At(examples.Line, examples.Column),
            ["keyword"] = examples.Keyword,
            ["name"] = examples.Name,
            ["description"] = examples.Description,
            ["tableBody"] = Array(examples.Rows, OfRow),
        };
        if (examples.Header is { } header)
        {
            message["tableHeader"] = OfRow(header);
        }

        return message;
    }

    private JsonObject OfRow(TableRow row) => new()
    {
        ["id"] = ids.Of(row),
        ["location"] = At(row.Line, row.Column),
        ["cells"] = Array(row.Cells, c => new JsonObject { ["location"] = At(row.Line, c.Column), ["value"] = c.Value }),
    };

    private JsonObject OfStep(Step step)
    {
        var message = new JsonObject
        {
            ["id"] = ids.Of(step),
            ["location"] = At(step.Line, step.Column),
            ["keyword"] = step.Keyword,
            ["keywordType"] = step.Kind.ToString(),
            ["text"] = step.Text,
        };
        if (step.Table is { } table)
        {
            message["dataTable"] = new JsonObject
            {
                ["location"] = At(table[0].Line, table[0].Column),
                ["rows"] = Array(table, OfRow),
            };
        }

        if (step.DocString is { } doc)
        {
            message["docString"] = OfDoc(doc);
        }

        return message;
    }

    private static JsonObject OfDoc(DocString doc)
    {
        var message = new JsonObject
        {
            ["location"] = At(doc.Line, doc.Column),
            ["content"] = doc.Content,
            ["delimiter"] = doc.Delimiter,
        };
        if (doc.MediaType is { } type)
        {
            message["mediaType"] = type;
        }

        return message;
    }
}
