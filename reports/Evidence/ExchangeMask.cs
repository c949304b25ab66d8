using System.Text.RegularExpressions;

namespace PairingLab.Reports.Evidence;

/// <summary>Masks an HTTP exchange: known values everywhere, and whatever stands under a secret's name.</summary>
internal static partial class ExchangeMask
{
    public static ExchangeSeen Apply(ExchangeSeen exchange, SecretMask secrets) => exchange with
    {
        Url = secrets.Apply(Pairs(exchange.Url)),
        RequestHeaders = Headers(exchange.RequestHeaders, secrets),
        RequestBody = Body(exchange.RequestBody, secrets),
        ResponseHeaders = Headers(exchange.ResponseHeaders, secrets),
        ResponseBody = Body(exchange.ResponseBody, secrets),
    };

    private static List<Header> Headers(IReadOnlyList<Header> headers, SecretMask secrets) =>
        [.. headers.Select(h => h with { Value = SecretNames.Contains(h.Name) ? SecretMask.Mask : secrets.Apply(h.Value) })];

    private static string? Body(string? body, SecretMask secrets) => body switch
    {
        null => null,
        _ when body.AsSpan().TrimStart() is ['{' or '[', ..] => secrets.Apply(JsonMask.Apply(body)),
        _ => secrets.Apply(Elements().Replace(Pairs(body), HideElement)),
    };

    private static string Pairs(string text) => Pair().Replace(
        text,
        pair => SecretNames.Contains(pair.Groups["name"].Value) ? $"{pair.Groups["name"]}={SecretMask.Mask}" : pair.Value);

    private static string HideElement(Match element) =>
        SecretNames.Contains(element.Groups["name"].Value)
            ? $"{element.Groups["open"]}{SecretMask.Mask}{element.Groups["close"]}"
            : element.Value;

    [GeneratedRegex(@"(?<=^|[?&;\s])(?<name>[\w.%-]+)=(?<value>[^&;\s""'<>]+)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?<open><(?<name>[\w:.-]+)[^<>]*>)(?<value>[^<>]+)(?<close></\k<name>>)")]
    private static partial Regex Elements();
}
