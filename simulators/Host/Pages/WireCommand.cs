using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>An exchange as a command line.</summary>
public static class WireCommand
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

    /// <summary>The curl that sends the same; null for anything but an HTTP request. What was masked stays masked.</summary>
    public static string? Curl(Exchange exchange)
    {
        if (!Methods.Contains(exchange.Method, StringComparer.Ordinal))
        {
            return null;
        }

        var insecure = exchange.Url.StartsWith("https:", StringComparison.Ordinal) ? " -k" : "";
        var body = exchange.RequestBody is { Length: > 0 } text
            ? $" -H {Quoted($"content-type: {TypeOf(text)}")} --data-raw {Quoted(text)}"
            : "";
        return $"curl -s{insecure} -X {exchange.Method} {Quoted(exchange.Url)}{body}";
    }

    private static string TypeOf(string body) =>
        body.TrimStart() is ['{' or '[', ..] ? "application/json" : "application/x-www-form-urlencoded";

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
