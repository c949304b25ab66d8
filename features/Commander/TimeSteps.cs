using System.Globalization;
using System.Text.RegularExpressions;

namespace PairingLab.Features.Commander;

/// <summary>Steps about lab time.</summary>
[Binding]
public sealed partial class TimeSteps(CommanderSite site)
{
    [When(@"^(\d.*?) (?:has|have) passed since (.+)$")]
    public Task HavePassedSince(string span, string what) => site.PassSinceAsync(what, Parse(span));

    [When(@"^(\d[^,]*?) pass(?:es)?$")]
    public Task Pass(string span) => site.Bench.Time.PassAsync(Parse(span));

    /// <summary>"4 minutes and 59 seconds", "one second less than 2 minutes" are written out in numbers: "1 day", "351 days".</summary>
    internal static TimeSpan Parse(string text)
    {
        var parts = Part().Matches(text);
        parts.Count.ShouldBePositive($"'{text}' is not a time such as \"4 minutes and 59 seconds\"");
        return parts.Aggregate(
            TimeSpan.Zero,
            (sum, part) => sum + One(part.Groups["unit"].Value, int.Parse(part.Groups["n"].Value, CultureInfo.InvariantCulture)));
    }

    private static TimeSpan One(string unit, int n) => unit switch
    {
        "second" => TimeSpan.FromSeconds(n),
        "minute" => TimeSpan.FromMinutes(n),
        "hour" => TimeSpan.FromHours(n),
        _ => TimeSpan.FromDays(n),
    };

    [GeneratedRegex(@"(?<n>\d+) (?<unit>second|minute|hour|day)s?", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
