using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>A run in short.</summary>
public sealed record RunSummary
{
    /// <summary>The run's folder.</summary>
    public required DirectoryInfo Folder { get; init; }

    /// <summary>Scenarios that passed.</summary>
    public required int Passed { get; init; }

    /// <summary>Scenarios in which the product was wrong.</summary>
    public required int Failed { get; init; }

    /// <summary>Scenarios in which the lab was wrong.</summary>
    public required int Error { get; init; }

    /// <summary>Scenarios that were left out for a reason.</summary>
    public required int Skipped { get; init; }

    /// <summary>Why scenarios were skipped, "3: this bench has a real clock", the most frequent reason first.</summary>
    public IReadOnlyList<string> SkipReasons { get; init; } = [];

    /// <summary>Scenarios that passed only when they were tried again.</summary>
    public int Flaky { get; init; }

    /// <summary>Whether those fail the run.</summary>
    public bool FailOnFlaky { get; init; }

    /// <summary>What failed and where to look, in the order of the run.</summary>
    public required IReadOnlyList<FailureNote> Failures { get; init; }

    /// <summary>Scenarios that were selected and left no evidence.</summary>
    public required IReadOnlyList<PlannedScenario> Missing { get; init; }

    /// <summary>What is wrong with the evidence itself, a line each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>How many scenarios left evidence.</summary>
    public int Total => Passed + Failed + Error + Skipped + Flaky;

    /// <summary>
    /// The run's verdict. A run that is not whole says nothing of the product, so that comes first; then the product's
    /// failures, which must not hide behind the lab's.
    /// </summary>
    public Outcome Verdict => this switch
    {
        { Missing.Count: > 0 } or { Problems.Count: > 0 } or { Total: 0 } => Outcome.Error,
        { Failed: > 0 } => Outcome.Failed,
        { Error: > 0 } => Outcome.Error,
        { Flaky: > 0, FailOnFlaky: true } => Outcome.Failed,
        { Passed: 0, Flaky: 0 } => Outcome.Skipped,
        _ => Outcome.Passed,
    };

    /// <summary>The report's first page.</summary>
    public string Index => Path.Combine(Folder.FullName, "index.html");
}

/// <summary>What failed and where to look.</summary>
/// <param name="Outcome">Failed, Error, or Flaky.</param>
/// <param name="Feature">The feature's name.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Place">Feature file and line.</param>
/// <param name="Step">The step that failed; null when it was outside the steps.</param>
/// <param name="Message">What was expected and what was seen.</param>
/// <param name="Page">The scenario's page in the report, relative to the run's folder.</param>
/// <param name="Rerun">The command that runs it again in the same way.</param>
public sealed record FailureNote(
    Outcome Outcome, string Feature, string Scenario, string Place, string? Step, string Message, string Page,
    string Rerun = "");
