using System.Text.RegularExpressions;
using PairingLab.Kernel.Panels;

namespace PairingLab.Kernel.Web;

/// <summary>Takes secrets out of JSON bodies and addresses before anybody keeps them.</summary>
public sealed class Redaction
{
    /// <summary>Secret whatever the system.</summary>
    private static readonly string[] Everywhere = ["password", "secret", "token", "key"];

    private readonly Regex member;
    private readonly Regex? part;

    /// <summary>With what the systems call their secrets.</summary>
    public Redaction(params IReadOnlyList<SystemDescription> systems)
    {
        var members = AnyOf(systems.SelectMany(s => s.SecretMembers).Concat(Everywhere));
        member = Matcher($"""(?<name>"(?:{members})"\s*:\s*)"(?:[^"\\]|\\.)*""" + "\"");
        var before = systems.SelectMany(s => s.SecretAfter).ToList();
        part = before.Count == 0 ? null : Matcher($"""(?<name>{AnyOf(before)})[^/?&"\s]+""");
    }

    /// <summary>The body with the values of secret members replaced by dots.</summary>
    public string? Redact(string? body) => body is null ? null : Address(member.Replace(body, "${name}\"•••\""));

    /// <summary>The address with what is secret in its path and query replaced by dots.</summary>
    public string Address(string url) => part is null ? url : part.Replace(url, "${name}•••");

    private static string AnyOf(IEnumerable<string> words) =>
        string.Join('|', words.Distinct(StringComparer.OrdinalIgnoreCase).Select(BeginsWith));

    /// <summary>A word that ends with '=' names a whole query parameter, not the end of another one's name.</summary>
    private static string BeginsWith(string word) => word.EndsWith('=') ? $"(?<=[?&]){Regex.Escape(word)}" : Regex.Escape(word);

    private static Regex Matcher(string pattern) =>
        new(
            pattern,
            RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Compiled,
            TimeSpan.FromSeconds(1));
}
