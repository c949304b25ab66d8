using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PairingLab.Sci.Signing;

/// <summary>
/// The signed text of a request whose signature covers more than is demanded: any header, and the derived components of RFC 9421,
/// section 2.2. Header parameters (sf, key, bs) are not served.
/// </summary>
internal static class CoveredComponents
{
    private const string ParameterName = ";name=\"";

    /// <summary>The text; null when the components are not a list, one of them is not there, or one that is demanded is missing.</summary>
    public static string? Text(
        in SignedRequest request, ReadOnlySpan<char> components, ReadOnlySpan<char> parameters, bool digestDemanded)
    {
        var text = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = components.Trim(' '); !rest.IsEmpty; rest = rest.TrimStart(' '))
        {
            var end = SignatureMembers.IndexOutsideQuotes(rest, ' ');
            var component = rest[..end].ToString();
            rest = rest[end..];
            if (Value(request, component) is not { } value || !seen.Add(component))
            {
                return null;
            }

            text.Append(component).Append(": ").Append(value).Append('\n');
        }

        string[] demanded = digestDemanded
            ? ["\"@method\"", "\"@authority\"", "\"@request-target\"", "\"content-digest\""]
            : ["\"@method\"", "\"@authority\"", "\"@request-target\""];
        return demanded.All(seen.Contains) ? text.Append("\"@signature-params\": ").Append(parameters).ToString() : null;
    }

    private static string? Value(in SignedRequest request, string component)
    {
        var query = request.Target.IndexOf('?', StringComparison.Ordinal);
        return component switch
        {
            "\"@method\"" => request.Method,
            "\"@authority\"" => request.Authority,
            "\"@request-target\"" => request.Target,
            "\"@scheme\"" => request.Scheme,
            "\"@target-uri\"" => $"{request.Scheme}://{request.Authority}{request.Target}",
            "\"@path\"" => query < 0 ? request.Target : request.Target[..query],
            "\"@query\"" => query < 0 ? "?" : request.Target[query..],
            ['"', '@', ..] => component.StartsWith($"\"@query-param\"{ParameterName}", StringComparison.Ordinal) && component[^1] == '"'
                ? QueryParameter(request.Target[(query < 0 ? request.Target.Length : query)..], component)
                : null,
            ['"', _, .., '"'] => Header(request, component[1..^1]),
            _ => null,
        };
    }

    /// <summary>One that comes several times cannot be covered by its name (RFC 9421, section 2.2.8).</summary>
    private static string? QueryParameter(string query, string component)
    {
        var begin = component.IndexOf(ParameterName, StringComparison.Ordinal) + ParameterName.Length;
        var name = Uri.UnescapeDataString(component[begin..^1]);
        return QueryHelpers.ParseQuery(query).TryGetValue(name, out var values) && values.Count == 1
            ? Uri.EscapeDataString(values[0] ?? "")
            : null;
    }

    private static string? Header(in SignedRequest request, string name) =>
        name == "content-digest" && request.Digest is not null ? request.Digest
        : name.Any(char.IsAsciiLetterUpper) || request.Headers is not { } headers || headers[name] is not { Count: > 0 } values ? null
        : string.Join(", ", values.Select(v => (v ?? "").Trim()));
}
