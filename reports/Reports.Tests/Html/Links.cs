using System.Text.RegularExpressions;

namespace PairingLab.Reports.Tests.Html;

/// <summary>The files that a page refers to.</summary>
internal static partial class Links
{
    public static IEnumerable<string> Of(string html) =>
        Reference().Matches(html).Select(m => m.Groups["file"].Value).Where(f => !f.StartsWith('#'));

    [GeneratedRegex("(href|src)=\"(?<file>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
