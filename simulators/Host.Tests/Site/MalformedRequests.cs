using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingLab.Host.Tests.Site;

/// <summary>Something that an API can be asked.</summary>
/// <param name="Base">The base of the API.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Body">A valid body; null when it has none.</param>
/// <param name="Token">What is sent as Authorization; null for nothing.</param>
internal sealed record Operation(string Base, string Method, string Path, JsonObject? Body, string? Token);

/// <summary>A request that is wrong in one way.</summary>
internal sealed record Malformed(Operation Operation, string Kind, string Method, string Path, string? Type, byte[]? Body)
{
    /// <summary>A header besides; null for none.</summary>
    public (string Name, string Value)? Header { get; init; }

    public override string ToString() => $"{Kind}: {Method} {Operation.Base}{Path}";
}

/// <summary>Makes wrong requests of operations, the same ones for the same seed.</summary>
internal sealed class MalformedRequests(int seed)
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "BREW"];
    private static readonly string[] Ids = ["config-1", "no-such", "%0A", "%C3%28", "..%2F..", "%20", "-1", "99999999999999999999", "'--"];

    private static readonly string[] Queries =
        ["", "?after=x", "?after=99999999999999999999", "?wait=-1&after=", "?min_version=1e9",
        "?x=%00%FF", "?all=perhaps", "?after=1&after=2"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Access-Control-Request-Headers", "ä, \u0001"), ("Access-Control-Request-Method", "ä"), ("Authorization", "Bearer ä"),
        ("Authorization", "Basic"), ("Range", "bytes=9-1"), ("Cookie", "a=\"ä\u0002"), ("If-None-Match", "ä"), ("Accept", "x/*;q=9"),
        ("Content-Encoding", "br"), ("Expect", "200-ok"), ("X-Forwarded-Proto", "ä"), ("HX-Request", "true"),
    ];

    private static readonly string[] Values =
    [
        "null", "-1", "0", "1e400", "99999999999999999999999999999999", "0.1", "true", "\"\"", "\" \"", "\"\\u0000\"", "\"\\u001b[2J\"",
        "\"\\ud800\"", "\"%s%n<script>\"", "\"9999-99-99\"", "\"0001-01-01T00:00:00+14:00\"", "[]", "[null]", "{}", "{\"\\udfff\":1}",
        "[[[[[1]]]]]",
    ];

    private readonly Random random = new(seed);

    /// <summary>Wrong requests, as many as asked for; each operation as often as another.</summary>
    public IEnumerable<Malformed> Of(IReadOnlyList<Operation> operations, int count)
    {
        Func<Operation, Malformed>[] kinds =
        [
            o => With(o, "charset in quotes", $"{Json}; charset=\"utf-8\"", Bytes(o.Body)),
            o => With(o, "unknown charset", $"{Json}; charset={One("foo", "utf-7", "\"", "utf-32", "latin1", "%", "ä")}", Bytes(o.Body)),
            o => With(o, "form for JSON", $"{Form}; charset={One("utf-8", "foo", "utf-7")}", Text("a=b&c=%FF&=%ZZ&&")),
            o => With(o, "JSON in a form's clothes", Form, Bytes(o.Body)),
            o => With(o, "too many keys", Form, Text(string.Join('&', Enumerable.Range(0, 1_100).Select(i => $"k{i}=v")))),
            o => With(o, "broken multipart",
                One("multipart/form-data", "multipart/form-data; boundary=b", "multipart/mixed; boundary=\"\""),
                Text(One("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end", "--b\r\nnothing\r\n--b--", "", "--"))),
            o => With(o, "no JSON", Json,
                Text(One("", "null", "{", "[]", "\"\"", "7", "{\"a\":1}}", "\u0000", "{'a':1}", "\uFEFF{}"))),
            o => With(o, "not UTF-8", Json, [.. "{\"a\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]),
            o => With(o, "deep", Json, Text(string.Concat(Enumerable.Repeat(One("[", "{\"a\":"), 5_000)))),
            o => With(o, "wrong type",
                One<string?>(null, "text/plain", "x", "application/xml", "application/json/json", "ä"), Bytes(o.Body)),
            o => With(o, "wrong method", Json, Bytes(o.Body)) with { Method = One(Methods) },
            WrongQuery,
            o => With(o, "wrong header", Json, Bytes(o.Body)) with { Header = One(Headers) },
            o => With(o, "wrong case", Json, WrongCase(o.Body)),
            o => With(o, "a member left out", Json, Changed(o.Body, (body, name) => body.Remove(name))),
            WrongValue, WrongValue, WrongValue, WrongValue, WrongValue,
        ];
        for (var i = 0; i < count; i++)
        {
            yield return kinds[random.Next(kinds.Length)](operations[i % operations.Count]);
        }
    }

    private Malformed WrongQuery(Operation o)
    {
        var right = With(o, "wrong query", Json, Bytes(o.Body));
        return right with { Path = right.Path + One(Queries) };
    }

    private Malformed WrongValue(Operation o)
    {
        var value = One(Values);
        return With(o, $"wrong value {value}", Json, WithValue(o.Body, value));
    }

    private Malformed With(Operation o, string kind, string? type, byte[]? body)
    {
        var path = new StringBuilder();
        foreach (var part in o.Path.Split('/').Skip(1))
        {
            path.Append('/').Append(part.StartsWith('{') ? One(Ids) : part);
        }

        return new(o, kind, o.Method, path.ToString(), type, o.Method == "GET" ? null : body);
    }

    /// <summary>Written as text: invalid numbers and invalid texts can't be put into a JsonNode.</summary>
    private byte[] WithValue(JsonObject? body, string value)
    {
        const string Hole = "a hole for the value";
        return Text(Encoding.UTF8.GetString(Changed(body, (at, name) => at[name] = Hole))
            .Replace($"\"{Hole}\"", value, StringComparison.Ordinal));
    }

    private byte[] WrongCase(JsonObject? body) => body is null ? Text("{}") : Text(random.Next(2) == 0
        ? body.ToJsonString().ToUpperInvariant()
        : body.ToJsonString().ToLowerInvariant());

    /// <summary>Changes one member, here or further down.</summary>
    private byte[] Changed(JsonObject? valid, Action<JsonObject, string> change)
    {
        var body = (JsonObject?)valid?.DeepClone() ?? new() { ["text"] = "x" };
        var at = body;
        while (at.Count > 0)
        {
            var (name, value) = at.ElementAt(random.Next(at.Count));
            var inner = value as JsonObject ?? (value as JsonArray)?.OfType<JsonObject>().FirstOrDefault();
            if (inner is not { Count: > 0 } || random.Next(3) == 0)
            {
                change(at, name);
                break;
            }

            at = inner;
        }

        return Bytes(body);
    }

    private T One<T>(params T[] of) => of[random.Next(of.Length)];

    private static byte[] Bytes(JsonObject? body) => JsonSerializer.SerializeToUtf8Bytes(body ?? []);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
