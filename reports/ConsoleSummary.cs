using System.Text;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>A run's summary for the console: what failed and where to look first, then the totals.</summary>
public static class ConsoleSummary
{
    private const int Shown = 10;
    private const int LongestMessage = 2000;

    /// <summary>The summary as lines of plain text.</summary>
    public static string Of(RunSummary summary)
    {
        var text = new StringBuilder();
        var first = summary.Failures.OrderBy(f => f.Outcome == Outcome.Flaky).Take(Shown);
        foreach (var failure in first)
        {
            AddFailure(text, summary, failure);
        }

        AddRest(text, summary.Failures.Count, "more that failed; the report has them all");
        AddMissing(text, summary);
        foreach (var problem in summary.Problems)
        {
            text.AppendLine($"LAB      {Visible.Of(problem)}");
        }

        text.AppendLine($"{summary.Verdict}: {summary.Passed} passed, {summary.Failed} failed, {summary.Error} errors, "
            + $"{summary.Skipped} skipped{(summary.Flaky > 0 ? $", {summary.Flaky} flaky" : "")}");
        foreach (var reason in summary.SkipReasons.Take(Shown))
        {
            text.AppendLine($"skipped  {Visible.Of(reason)}");
        }

        AddRest(text, summary.SkipReasons.Count, "more reasons; the report has them all");
        text.AppendLine($"report: {summary.Index}");
        return text.ToString();
    }

    private static void AddFailure(StringBuilder text, RunSummary summary, FailureNote failure)
    {
        text.AppendLine(
            $"{failure.Outcome.ToString().ToUpperInvariant(),-8} {Visible.Of(failure.Feature)} › {Visible.Of(failure.Scenario)}");
        text.AppendLine($"  step   {Visible.Of(failure.Step ?? "outside the steps")}");
        var message = Visible.Lines(Visible.Excerpt(failure.Message.ReplaceLineEndings("\n"), LongestMessage));
        text.AppendLine($"  says   {message.Replace("\n", Environment.NewLine + "         ", StringComparison.Ordinal)}");
        text.AppendLine($"  look   {failure.Place}");
        text.AppendLine($"         {Path.Combine(summary.Folder.FullName, failure.Page)}");
        text.AppendLine($"  again  {Visible.Of(failure.Rerun)}");
        text.AppendLine();
    }

    private static void AddMissing(StringBuilder text, RunSummary summary)
    {
        if (summary.Missing.Count == 0)
        {
            return;
        }

        text.AppendLine($"MISSING  {summary.Missing.Count} selected scenarios left no evidence:");
        foreach (var missing in summary.Missing.Take(Shown))
        {
            text.AppendLine($"         {missing.FeaturePath}:{missing.Line} {Visible.Of(missing.Name)}");
        }

        AddRest(text, summary.Missing.Count, "more that are missing");
    }

    private static void AddRest(StringBuilder text, int count, string what)
    {
        if (count > Shown)
        {
            text.AppendLine($"         … and {count - Shown} {what}");
        }
    }
}
