using System.Text.Json.Nodes;

namespace PairingLab.Drivers.StandIns;

/// <summary>
/// A stub in WireMock's own JSON, as it stands in lab-config/stand-ins. Used of it: request.method, urlPath, queryParameters.equalTo,
/// bodyPatterns.contains; response.status, headers, jsonBody, body, fixedDelayMilliseconds, fault.
/// </summary>
public sealed record Stub(JsonObject Mapping)
{
    /// <summary>The part before each path, so that scenarios that share a stand-in do not meet.</summary>
    public Stub Under(string basePath)
    {
        var mapping = (JsonObject)Mapping.DeepClone();
        var request = mapping["request"]!;
        request["urlPath"] = basePath + request["urlPath"]!.GetValue<string>();
        if (mapping["response"]!["headers"]?["Location"] is { } location)
        {
            mapping["response"]!["headers"]!["Location"] = basePath + location.GetValue<string>();
        }

        return new(mapping);
    }

    /// <summary>The stubs of a file ({"mappings":[…]}), with the words in braces ({{code}}) replaced.</summary>
    public static IReadOnlyList<Stub> Read(string file, params (string Word, string Text)[] words)
    {
        var text = words.Aggregate(File.ReadAllText(file), (t, w) => t.Replace($"{{{{{w.Word}}}}}", w.Text, StringComparison.Ordinal));
        return [.. JsonNode.Parse(text)!["mappings"]!.AsArray().Select(m => new Stub((JsonObject)m!.DeepClone()))];
    }
}
