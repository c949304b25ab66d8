using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Kernel.Web;

/// <summary>The body of a request to the lab. A member that nobody would read is refused by its name, and not passed over.</summary>
public static class LabBody
{
    /// <summary>Works with the body; answers 400 or 415, with what would be right, when it is not one of these.</summary>
    public static async Task<IResult> WithBodyAsync<T>(this HttpRequest request, Func<T, Task<IResult>> work)
        where T : class
    {
        var type = (JsonTypeInfo<T>)LabJson.Options.GetTypeInfo(typeof(T));
        if (!request.HasJsonContentType())
        {
            return LabError.Answer(
                StatusCodes.Status415UnsupportedMediaType,
                new("not_json", $"send the body as JSON, with the header Content-Type: application/json; {Takes(type)}"));
        }

        if (RequestCharset.Unknown(request) is { } charset)
        {
            return LabError.Answer(
                StatusCodes.Status415UnsupportedMediaType,
                new("unsupported_charset", $"unknown charset '{charset}'; send application/json; charset=utf-8"));
        }

        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
        }
        catch (JsonException e)
        {
            return LabError.BadRequest(
                "bad_request",
                $"the body is not JSON: it ends or is wrong at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}; {Takes(type)}");
        }

        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The body was cut, or is in chunks of a size that nobody has.
            throw new BadHttpRequestException(e.Message, e);
        }

        using (document)
        {
            return Read(document.RootElement, type, out var body) is { } whyNot
                ? LabError.BadRequest("bad_request", whyNot)
                : await work(body!);
        }
    }

    /// <summary>Works with the body at once.</summary>
    public static Task<IResult> WithBodyAsync<T>(this HttpRequest request, Func<T, IResult> work)
        where T : class => request.WithBodyAsync<T>(body => Task.FromResult(work(body)));

    private static string? Read<T>(JsonElement sent, JsonTypeInfo<T> type, out T? body)
        where T : class
    {
        body = null;
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return $"the body must be a JSON object; {Takes(type)}";
        }

        List<string> names;
        try
        {
            names = [.. sent.EnumerateObject().Select(m => m.Name)];
        }
        catch (InvalidOperationException)
        {
            return $"a member's name is not valid text; {Takes(type)}";
        }

        if (names.Find(n => !type.Properties.Any(p => Is(p, n))) is { } unknown)
        {
            return $"unknown member '{unknown}'; {Takes(type)}";
        }

        if (type.Properties.FirstOrDefault(p => p.IsRequired && !names.Exists(n => Is(p, n))) is { } missing)
        {
            return $"member '{missing.Name}' is missing; {Takes(type)}";
        }

        foreach (var member in sent.EnumerateObject())
        {
            var property = type.Properties.First(p => Is(p, member.Name));
            if (!Fits(member.Value, property))
            {
                return $"{property.Name} {member.Value.GetRawText()} is invalid; it must be {Kind(property.PropertyType)}";
            }
        }

        body = sent.Deserialize(type)!;
        return null;
    }

    private static bool Fits(JsonElement value, JsonPropertyInfo property)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return !property.IsRequired;
        }

        try
        {
            _ = value.Deserialize(property.PropertyType, LabJson.Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Is(JsonPropertyInfo property, string name) =>
        string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string Takes<T>(JsonTypeInfo<T> type) => $"allowed members: {string.Join(", ", type.Properties.Select(p => p.Name))}";

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) => "a whole number",
        var t when t == typeof(double) => "a number",
        var t when t == typeof(TimeSpan) => "a span, such as \"00:01:00\" or \"365.00:00:00\"",
        var t when t == typeof(string) || t.IsEnum => "a text in quotes",
        var t when t.IsAssignableTo(typeof(System.Collections.IEnumerable)) && t.GetGenericArguments() is [var of] =>
            of == typeof(string) ? "a list of texts in quotes" : "a list of objects",
        _ => "an object",
    };
}

/// <summary>The query of a request to the lab: its parameters, and what is wrong with them.</summary>
public sealed class LabQuery
{
    private readonly IQueryCollection query;

    /// <summary>A query that may have these parameters.</summary>
    public LabQuery(HttpRequest request, params string[] known)
    {
        query = request.Query;
        if (query.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            WhyNot = $"unknown parameter '{unknown}'; allowed parameters: {string.Join(", ", known)}";
        }
    }

    /// <summary>What is wrong, and what would be right; null when nothing is.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>A text; null when it is not there.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A whole number; null when it is not there.</summary>
    public long? Whole(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Refuse<long>(name, text, "a whole number");

    /// <summary>A number; null when it is not there.</summary>
    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : Refuse<double>(name, text, "a number");

    private T? Refuse<T>(string name, string text, string right)
        where T : struct
    {
        WhyNot ??= $"{name} '{text}' is invalid; it must be {right}";
        return null;
    }
}
