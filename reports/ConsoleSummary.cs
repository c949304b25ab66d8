using System.Text;

namespace PairingLab.Reports;

/// <summary>A run's summary for the console: what failed and where to look first, then the totals.</summary>
public static class ConsoleSummary
{
    private const int Shown = 10;

    /// <summary>The summary as lines of plain text.</summary>
    public static string Of(RunSummary summary)
    {
        var text = new StringBuilder();
        foreach (var failure in summary.Failures.Take(Shown))
        {
            AddFailure(text, summary, failure);
        }

        AddRest(text, summary.Failures.Count, "more that failed; the report has them all");
        AddMissing(text, summary);
        foreach (var problem in summary.Problems)
        {
            text.AppendLine($"LAB      {problem}");
        }

        text.AppendLine($"{summary.Verdict}: {summary.Passed} passed, {summary.Failed} failed, {summary.Error} errors, "
            + $"{summary.Skipped} skipped");
        text.AppendLine($"report: {summary.Index}");
        return text.ToString();
    }

    private static void AddFailure(StringBuilder text, RunSummary summary, FailureNote failure)
    {
        text.AppendLine($"{failure.Outcome.ToString().ToUpperInvariant(),-8} {failure.Feature} › {failure.Scenario}");
        text.AppendLine($"  step   {failure.Step ?? "outside the steps"}");
        text.AppendLine($"  says   {failure.Message.ReplaceLineEndings(Environment.NewLine + "         ")}");
        text.AppendLine($"  look   {failure.Place}");
        text.AppendLine($"         {Path.Combine(summary.Folder.FullName, failure.Page)}");
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
            text.AppendLine($"         {missing.FeaturePath}:{missing.Line} {missing.Name}");
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
