using System.Net;
using System.Text.RegularExpressions;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>What a page of the panel offers, as its HTML says it: columns, fields, parameters.</summary>
internal static partial class PanelPage
{
    /// <summary>The headings of its tables.</summary>
    public static IReadOnlyList<string> Columns(string html) => Texts(Head(), html);

    /// <summary>The labels of its fields.</summary>
    public static IReadOnlyList<string> Fields(string html) => Texts(Label(), html);

    /// <summary>The parameters that it tells.</summary>
    public static IReadOnlyList<string> Parameters(string html) => Texts(Term(), html);

    /// <summary>The fields of a group, by the group's legend.</summary>
    public static IReadOnlyList<string> FieldsOf(string html, string legend)
    {
        var after = html[html.IndexOf($">{legend}</legend>", StringComparison.Ordinal)..];
        var next = TopLegend().Match(after, 1);
        return Fields(next.Success ? after[..next.Index] : after);
    }

    private static List<string> Texts(Regex tag, string html) =>
        [.. tag.Matches(html)
            .Select(m => WebUtility.HtmlDecode(Inner().Replace(m.Groups["text"].Value, "")).Replace("▴", "").Replace("▾", "").Trim())];

    [GeneratedRegex("<th [^>]*>(?<text>.*?)</th>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<label[^>]*>(?<text>.*?)</label>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Label();

    [GeneratedRegex("<dt>(?<text>.*?)</dt>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Term();

    /// <summary>A group of the sheet itself begins a line with two spaces less than a group within a group.</summary>
    [GeneratedRegex(
        "<fieldset>\\s*<legend>(Rule|Country and product|Rules|Location rules|Cardholder entry cost|Adult guests|Children guests"
        + "|Spend based control)</legend>",
        RegexOptions.ExplicitCapture)]
    private static partial Regex TopLegend();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture)]
    private static partial Regex Inner();
}
