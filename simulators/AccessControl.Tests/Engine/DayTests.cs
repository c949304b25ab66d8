using PairingLab.AccessControl.Engine;
using static PairingLab.AccessControl.Tests.Engine.OneRule;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>A "period of days" is so many times 24 hours, wherever the location is: the change of the clocks makes none longer.</summary>
public sealed class DayTests
{
    /// <summary>Warsaw goes to summer time on 31 March 2024 and back on 27 October 2024.</summary>
    [Theory]
    [InlineData("2024-03-30T12:00:00+01:00", "2024-03-31T12:59:59+02:00", 1)]
    [InlineData("2024-03-30T12:00:00+01:00", "2024-03-31T13:00:00+02:00", 2)]
    [InlineData("2024-10-26T12:00:00+02:00", "2024-10-27T10:59:59+01:00", 1)]
    [InlineData("2024-10-26T12:00:00+02:00", "2024-10-27T11:00:00+01:00", 2)]
    public void An_entry_counts_for_24_hours_over_both_changes_of_the_clocks(string entered, string tapped, int left)
    {
        var rule = new OneRule
        {
            Ruleset = Gold with { ValidTo = Now.AddYears(1), Cardholder = new(new(2), null, PeriodDays: 1) },
            Entries = [Entry(At(entered))],
        };
        rule.Tap(At(tapped)).FreeLeft.ShouldBe(left);
    }

    [Theory]
    [InlineData("2024-03-30T12:00:00+01:00", "2024-03-31T13:00:00+02:00", Verdict.Free)]
    [InlineData("2024-03-30T12:00:00+01:00", "2024-03-31T13:01:00+02:00", Verdict.Refused)]
    [InlineData("2024-10-26T12:00:00+02:00", "2024-10-27T11:00:00+01:00", Verdict.Free)]
    [InlineData("2024-10-26T12:00:00+02:00", "2024-10-27T11:01:00+01:00", Verdict.Refused)]
    public void Spending_counts_for_24_hours_over_both_changes_of_the_clocks(string spent, string tapped, Verdict verdict)
    {
        var rule = new OneRule
        {
            Ruleset = Gold with { ValidTo = Now.AddYears(1), Spend = new(new(100, "EUR"), 1, []) },
            Spending = [new(At(spent), "5411", 100, "EUR")],
        };
        rule.Tap(At(tapped)).Verdict.ShouldBe(verdict);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
