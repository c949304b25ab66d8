using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Bench;

/// <summary>Puts values of the environment into a bench file: <c>${COMMANDER_PASSWORD}</c>.</summary>
internal static partial class BenchEnvironment
{
    /// <summary>The text with the variables' values in it; a mistake at <paramref name="place"/> when one is not set.</summary>
    public static string Fill(string text, BenchPlace place) => text.Contains("${", StringComparison.Ordinal)
        ? Variable().Replace(text, v => Environment.GetEnvironmentVariable(v.Groups["name"].Value) is { Length: > 0 } value
            ? value
            : throw place.Mistake($"the environment variable {v.Groups["name"].Value} is not set"))
        : text;

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
