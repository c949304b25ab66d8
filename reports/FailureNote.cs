using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>What failed and where to look.</summary>
/// <param name="Outcome">Failed, or Error.</param>
/// <param name="Feature">The feature's name.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Place">Feature file and line.</param>
/// <param name="Step">The step that failed; null when it was outside the steps.</param>
/// <param name="Message">What was expected and what was seen.</param>
/// <param name="Page">The scenario's page in the report, relative to the run's folder.</param>
public sealed record FailureNote(
    Outcome Outcome, string Feature, string Scenario, string Place, string? Step, string Message, string Page);
