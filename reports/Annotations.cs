using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>Lines that GitHub Actions and Azure Pipelines read from the output and show at the line of a feature.</summary>
public static class Annotations
{
    private const int Longest = 500;

    /// <summary>A line for each scenario that failed; none on a server that has no such lines.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="variable">The environment.</param>
    public static IEnumerable<string> Of(RunSummary summary, Func<string, string?> variable) =>
        variable("GITHUB_ACTIONS") == "true" ? summary.Failures.Select(GitHub)
        : variable("TF_BUILD") is { Length: > 0 } ? summary.Failures.Select(Azure)
        : [];

    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    private static string GitHub(FailureNote failure)
    {
        var (file, line) = PlaceOf(failure);
        return $"::{Type(failure)} file={file},line={line},title={Escaped(failure.Scenario, ",:")}::{Escaped(Text(failure), "")}";

        static string Escaped(string text, string more) => more.Aggregate(
            text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
                .Replace("\n", "%0A", StringComparison.Ordinal),
            (escaped, c) => escaped.Replace($"{c}", $"%{(int)c:X2}", StringComparison.Ordinal));
    }

    // https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
    private static string Azure(FailureNote failure)
    {
        var (file, line) = PlaceOf(failure);
        var text = $"{failure.Scenario}: {Text(failure)}".ReplaceLineEndings(" ");
        return $"##vso[task.logissue type={Type(failure)};sourcepath={file};linenumber={line}]{text}";
    }

    private static string Type(FailureNote failure) => failure.Outcome == Outcome.Flaky ? "warning" : "error";

    private static (string File, string Line) PlaceOf(FailureNote failure)
    {
        var colon = failure.Place.LastIndexOf(':');
        return ($"features/{failure.Place[..colon]}", failure.Place[(colon + 1)..]);
    }

    private static string Text(FailureNote failure) => Visible.Excerpt($"{failure.Step}: {failure.Message}", Longest);
}
