using System.Text.Json.Nodes;

namespace PairingLab.Reports.Messages;

/// <summary>The hook that stands for whatever failed outside the steps, so that such a scenario does not look passed.</summary>
internal sealed class LabHook(MessageIds ids)
{
    public string Id { get; } = ids.New();

    public JsonObject Message() => new()
    {
        ["hook"] = new JsonObject
        {
            ["id"] = Id,
            ["name"] = "outside the steps",
            ["type"] = "AFTER_TEST_CASE",
            ["sourceReference"] = new JsonObject(),
        },
    };
}
