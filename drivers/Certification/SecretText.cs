using System.Text;
using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Certification;

/// <summary>Finds and hides secrets however they are written: in groups, in capitals, behind other signs, as Base64.</summary>
public static class SecretText
{
    private const int Shortest = 6;

    /// <summary>Whether a text holds one of these secrets.</summary>
    public static bool Holds(string text, IReadOnlyList<string> secrets)
    {
        var plain = Plain(text);
        return secrets.Any(s => Forms(s).Any(f => plain.Contains(f, StringComparison.Ordinal)));
    }

    /// <summary>A text without secrets.</summary>
    public static string Masked(string text, IReadOnlyList<string> secrets) => secrets.Aggregate(text, (t, s) =>
        Plain(s).Length < Shortest
            ? t.Replace(s, "•••", StringComparison.OrdinalIgnoreCase)
            : Forms(s).Any(f => Plain(t).Contains(f, StringComparison.Ordinal)) ? Hidden(t, s) : t);

    /// <summary>Texts without secrets; none of them when a secret runs through several.</summary>
    public static IReadOnlyList<string> Masked(IReadOnlyList<string> texts, IReadOnlyList<string> secrets)
    {
        IReadOnlyList<string> masked = [.. texts.Select(t => Masked(t, secrets))];
        return Holds(string.Concat(masked), secrets) ? ["(a secret stands here; its screen is not kept)"] : masked;
    }

    private static string Hidden(string text, string secret)
    {
        var hidden = Forms(secret).Aggregate(text, (t, form) => Regex.Replace(
            t,
            string.Join("[^A-Za-z0-9]*", form.Select(c => Regex.Escape(c.ToString()))),
            "•••",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(5)));
        return hidden;
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        Plain(secret), Plain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))),
    ];

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
