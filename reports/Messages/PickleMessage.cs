using System.Text.Json.Nodes;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Messages;

/// <summary>A pickle as a message.</summary>
internal sealed class PickleMessage(MessageIds ids)
{
    public JsonObject Of(Pickle pickle) => new()
    {
        ["pickle"] = new JsonObject
        {
            ["id"] = ids.Of(pickle),
            ["uri"] = pickle.Path,
            ["location"] = DocumentMessage.At(pickle.Line, pickle.Column),
            ["astNodeIds"] = NodeIds(pickle.Scenario, pickle.Row),
            ["tags"] = new JsonArray([.. pickle.Tags.Select(OfTag)]),
            ["name"] = pickle.Name,
            ["language"] = "en",
            ["steps"] = new JsonArray([.. pickle.Steps.Select(s => OfStep(pickle, s))]),
        },
    };

    private JsonArray NodeIds(object node, object? row) => row is null ? [ids.Of(node)] : [ids.Of(node), ids.Of(row)];

    private JsonNode OfTag(Tag tag) => new JsonObject { ["name"] = tag.Name, ["astNodeId"] = ids.Of(tag) };

    private JsonNode OfStep(Pickle pickle, PickleStep step)
    {
        // A background's step is not filled from the row, so the row is no source of it.
        var fromRow = pickle.Scenario.Steps.Contains(step.Source, ReferenceEqualityComparer.Instance);
        var message = new JsonObject
        {
            ["id"] = ids.Of(step),
            ["text"] = step.Text,
            ["type"] = step.Kind.ToString(),
            ["astNodeIds"] = NodeIds(step.Source, fromRow ? pickle.Row : null),
        };
        if (Argument(step) is { } argument)
        {
            message["argument"] = argument;
        }

        return message;
    }

    private static JsonObject? Argument(PickleStep step)
    {
        var argument = new JsonObject();
        if (step.Table is { } table)
        {
            argument["dataTable"] = new JsonObject { ["rows"] = new JsonArray([.. table.Select(OfRow)]) };
        }

        if (step.DocString is { } content)
        {
            var doc = new JsonObject { ["content"] = content };
            if (step.MediaType is { } type)
            {
                doc["mediaType"] = type;
            }

            argument["docString"] = doc;
        }

        if (argument.Count == 2)
        {
            var tableFirst = step.Source.DocString!.Line > step.Source.Table![0].Line;
            argument["dataTable"]!["argumentIndex"] = tableFirst ? 1 : 2;
            argument["docString"]!["argumentIndex"] = tableFirst ? 2 : 1;
        }

        return argument.Count == 0 ? null : argument;
    }

    private static JsonNode OfRow(IReadOnlyList<string> row) => new JsonObject
    {
        ["cells"] = new JsonArray([.. row.Select(JsonNode (cell) => new JsonObject { ["value"] = cell })]),
    };
}
