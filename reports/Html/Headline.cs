namespace PairingLab.Reports.Html;

/// <summary>The run's verdict as a sentence.</summary>
internal static class Headline
{
    public static string Of(RunSummary summary) => summary switch
    {
        { Total: 0 } => "No scenario ran",
        { Failed: > 0, Error: > 0 } => $"{summary.Failed} failed and {summary.Error} could not be judged, of {summary.Total}",
        { Failed: > 0 } => $"{summary.Failed} of {Scenarios(summary.Total)} failed",
        { Error: > 0 } => $"{summary.Error} of {Scenarios(summary.Total)} could not be judged",
        { Missing.Count: > 0 } => $"{Scenarios(summary.Missing.Count)} did not run",
        { Flaky: > 0 } => $"{summary.Flaky} of {Scenarios(summary.Total)} passed only when tried again",
        { Passed: 0 } => $"All {Scenarios(summary.Total)} were skipped",
        { Skipped: > 0 } => $"{Scenarios(summary.Passed)} passed, {summary.Skipped} skipped",
        { Passed: 1 } => "The one scenario passed",
        _ => $"All {summary.Passed} scenarios passed",
    };

    private static string Scenarios(int count) => count == 1 ? "1 scenario" : $"{count} scenarios";
}
