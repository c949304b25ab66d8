using System.Text.RegularExpressions;

namespace PairingLab.Reports.Evidence;

/// <summary>
/// The secret values of a scenario, masked wherever they occur. A short value (a four-digit OTP) is masked only where it
/// stands alone: inside a longer number or a timestamp the same digits are a coincidence. Safe for any thread.
/// </summary>
public sealed partial class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "•••";

    private const int LongestShortValue = 4;

    private readonly Lock gate = new();
    private readonly HashSet<string> values = [];

    /// <summary>Adds a value that must not stand in evidence.</summary>
    public void Add(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        lock (gate)
        {
            values.Add(value);
            values.Add(Uri.EscapeDataString(value));
            values.Add(System.Text.Json.JsonEncodedText.Encode(value).ToString());
        }
    }

    /// <summary>The text with every secret masked.</summary>
    public string Apply(string text)
    {
        string[] known;
        lock (gate)
        {
            // The longest first: a secret may be part of another, and would leave the rest of it readable.
            known = [.. values.OrderByDescending(v => v.Length)];
        }

        text = Credentials().Replace(text, $"${{scheme}} {Mask}");
        return known.Aggregate(text, Hide);
    }

    private static string Hide(string text, string value)
    {
        if (!text.Contains(value, StringComparison.Ordinal))
        {
            return text;
        }

        return value.Length > LongestShortValue
            ? text.Replace(value, Mask, StringComparison.Ordinal)
            : HideAlone(text, value);
    }

    private static string HideAlone(string text, string value)
    {
        var times = Timestamps().Matches(text);
        return Regex.Replace(
            text,
            $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(value)}(?![\p{{L}}\p{{N}}])",
            found => times.Any(t => t.Index <= found.Index && found.Index < t.Index + t.Length) ? found.Value : Mask);
    }

    [GeneratedRegex(@"\b(?<scheme>Bearer|Basic|Digest)\s+[\w+/=.~-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    [GeneratedRegex(
        @"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}:\d{2}:\d{2}([.,]\d+)?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Timestamps();
}
