using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>All that the APIs of a hosted lab can be asked: by their OpenAPI documents, and what is under /lab.</summary>
internal static class ApiOperations
{
    /// <summary>The writes under /lab, which has no document. One device is worked; taking it away would end the others' test.</summary>
    private static readonly (string Method, string Path, string? Body)[] Lab =
    [
        ("GET", "/lab/directory", null), ("GET", "/lab/devices", null), ("GET", "/lab/exchanges", null), ("GET", "/lab/cables", null),
        ("GET", "/lab/cables/{id}", null), ("GET", "/lab/lines", null), ("GET", "/lab/clock", null), ("GET", "/lab/stand-ins", null),
        ("GET", "/lab/devices/{id}/panel", null),
        ("POST", "/lab/devices", """
            {"id":"new-1","kind":"pos-workstation","model":"Topaz","base":"53.29","connectedTo":"config-1","baud":9600,"parity":"none"}
            """),
        ("POST", "/lab/devices/{id}/connect", """{"to":"nobody"}"""), ("POST", "/lab/devices/{id}/power", """{"on":true}"""),
        ("POST", "/lab/devices/{id}/press", """{"button":"Sign In"}"""),
        ("POST", "/lab/devices/{id}/enter", """{"field":"User Name","text":"x"}"""),
        ("POST", "/lab/clock", """{"advance":"00:01:00"}"""),
        ("POST", "/lab/cables/{id}", """{"state":"slow","divertedTo":"127.0.0.1:9"}"""),
        ("POST", "/lab/lines/{id}", """{"do":"lose-byte","position":1,"segment":"a","digit":"left","lit":true}"""),
        ("POST", "/lab/stand-ins/{id}", """{"behaviour":"x"}"""), ("POST", "/bench/clock", "{}"), ("POST", "/bench/devices", "{}"),
        ("POST", "/bench/cables/{id}", "{}"), ("POST", "/bench/lines/{id}", "{}"), ("POST", "/bench/questions/1", "{}"),
        ("POST", "/bench/help/{id}", "{}"), ("POST", "/bench/help/pairing-code-macs-1", "{}"),
        ("POST", "/bench/devices/{id}/power", "{}"), ("POST", "/devices/{id}/press", "{}"), ("POST", "/devices/{id}/enter", "{}"),
        ("POST", "/stand-ins/{id}", "{}"),
        ("GET", "/lab/sites", null), ("GET", "/lab/sites/{id}", null), ("DELETE", "/lab/sites/{id}", null),
        ("POST", "/lab/sites", """{"clock":"moon","seed":1,"systems":["x"],"settings":{"x":{"y":"z"}},"devices":[],"idle":"00:00:01"}"""),
        ("POST", "/lab/sites/{id}/reset", null), ("POST", "/lab/sites/{id}/snapshots", """{"name":"x"}"""),
        ("POST", "/lab/sites/{id}/snapshots/x/restore", null),
    ];

    /// <summary>Requests after which the lab has new credentials: a client must read them again before its next request.</summary>
    private static readonly (string Method, string Path, string? Body)[] LabResets =
        [("POST", "/lab/reset", null), ("POST", "/site/reset", "{}")];

    /// <summary>The operations that set a whole lab back, which no test of the others survives.</summary>
    public static List<Operation> Resets(string lab) => [.. LabResets.Select(o => Of(lab, o))];

    /// <summary>The operations of a site.</summary>
    public static async Task<List<Operation>> OfAsync(HttpClient http, string lab)
    {
        var all = Lab.Select(o => Of(lab, o)).ToList();
        foreach (var (system, credentials) in await SystemsAsync(http, lab))
        {
            var token = credentials.TryGetValue("apiKey", out var key) ? $"ApiKey {key}"
                : credentials.TryGetValue("adminToken", out var admin) ? $"Bearer {admin}"
                : null;
            foreach (var document in Documents(system, credentials))
            {
                var api = system.GetProperty("api").GetString()!;
                all.AddRange(Of(await http.GetFromJsonAsync<JsonElement>(new Uri(document)), api, token));
            }
        }

        return all;
    }

    /// <summary>All documents by system, id and address; the lab's own is "lab".</summary>
    public static async Task<Dictionary<string, JsonElement>> DocumentsAsync(HttpClient http, string lab)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["lab"] = await http.GetFromJsonAsync<JsonElement>(new Uri($"{lab}{LabDocument.Path}")),
        };
        foreach (var (system, credentials) in await SystemsAsync(http, lab))
        {
            foreach (var at in Documents(system, credentials))
            {
                var name = $"{system.GetProperty("name").GetString()} {system.GetProperty("id").GetString()} {at}";
                all[name] = await http.GetFromJsonAsync<JsonElement>(new Uri(at));
            }
        }

        return all;
    }

    private static async Task<List<(JsonElement System, Dictionary<string, string> Credentials)>> SystemsAsync(
        HttpClient http, string lab) =>
    [
        .. (await http.GetFromJsonAsync<JsonElement>(new Uri($"{lab}/lab/directory"))).GetProperty("systems").EnumerateArray()
            .Select(s => (s, s.GetProperty("credentials").Deserialize<Dictionary<string, string>>()!)),
    ];

    private static IEnumerable<string> Documents(JsonElement system, Dictionary<string, string> credentials) =>
        credentials.Where(c => c.Key.EndsWith("Openapi", StringComparison.Ordinal)).Select(c => c.Value)
            .Prepend(system.GetProperty("openapi").GetString()!);

    private static IEnumerable<Operation> Of(JsonElement document, string api, string? token)
    {
        var at = document.TryGetProperty("servers", out var servers) && servers.GetArrayLength() > 0
            && servers[0].GetProperty("url").GetString() is { } url && url.StartsWith("http", StringComparison.Ordinal)
                ? url.TrimEnd('/')
                : api;
        return document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(o => o.Name is "get" or "put" or "post" or "delete" or "patch")
            .Select(o => new Operation(at, o.Name.ToUpperInvariant(), path.Name, BodyOf(document, o.Value), token)));
    }

    private static Operation Of(string lab, (string Method, string Path, string? Body) o) =>
        new(lab, o.Method, o.Path, o.Body is null ? null : (JsonObject)JsonNode.Parse(o.Body)!, null);

    private static JsonObject? BodyOf(JsonElement document, JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && Resolved(document, body).TryGetProperty("content", out var content)
        && content.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } media
        && media.Value.TryGetProperty("schema", out var schema)
            ? Example(document, schema, 0) as JsonObject
            : null;

    /// <summary>A value of a schema: the simplest that has all members.</summary>
    private static JsonNode? Example(JsonElement document, JsonElement given, int depth)
    {
        var schema = Resolved(document, given);
        if (depth > 5)
        {
            return null;
        }

        foreach (var choice in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(choice, out var choices))
            {
                return choices.EnumerateArray().Select(c => Example(document, c, depth + 1)).FirstOrDefault(n => n is not null);
            }
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            return new JsonObject(properties.EnumerateObject()
                .Select(p => KeyValuePair.Create(p.Name, Example(document, p.Value, depth + 1))));
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText());
        }

        var type = !schema.TryGetProperty("type", out var named) ? "" : named.ValueKind == JsonValueKind.String ? named.GetString()
            : named.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t is not "null");
        return type switch
        {
            "integer" or "number" => 1,
            "boolean" => true,
            "array" => schema.TryGetProperty("items", out var items) ? new JsonArray(Example(document, items, depth + 1)) : new JsonArray(),
            "string" when schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" => "2026-01-05T10:00:00Z",
            "string" => "x1",
            _ => null,
        };
    }

    private static JsonElement Resolved(JsonElement document, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            var at = document;
            foreach (var part in reference.GetString()!.Split('/').Skip(1))
            {
                at = at.GetProperty(part);
            }

            schema = at;
        }

        return schema;
    }
}
