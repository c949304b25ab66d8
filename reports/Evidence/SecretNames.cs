using System.Text.RegularExpressions;

namespace PairingLab.Reports.Evidence;

/// <summary>Names of headers and fields whose values never stand in evidence, whatever they are.</summary>
internal static partial class SecretNames
{
    private static readonly string[] Words =
        ["authorization", "cookie", "otp", "password", "hmac", "proof", "secret", "key", "token", "session"];

    /// <summary>True for apiKey, X-Session-Id, OTP, accesstoken; false for keypad and tokenizer: parts of names are words.</summary>
    public static bool Contains(string name) =>
        Parts().Matches(name).Any(part => IsSecret(part.Value)) || Words.Any(w => EndsWith(name, w));

    private static bool IsSecret(string part) =>
        Words.Contains(part, StringComparer.OrdinalIgnoreCase)
        || (EndsWith(part, "s") && Words.Contains(part[..^1], StringComparer.OrdinalIgnoreCase));

    private static bool EndsWith(string name, string word) => name.EndsWith(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Parts();
}
