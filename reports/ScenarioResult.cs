using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>A scenario of a run with all its attempts. The last one counts, and none is forgotten.</summary>
/// <param name="Attempts">In the order in which they began; at least one.</param>
public sealed record ScenarioResult(IReadOnlyList<ReadScenario> Attempts)
{
    /// <summary>The attempt that counts.</summary>
    public ReadScenario Last => Attempts[^1];

    /// <summary>Its evidence.</summary>
    public ScenarioEvidence Evidence => Last.Evidence;

    /// <summary>How it ended: Flaky when it passed only after an attempt that did not.</summary>
    public Outcome Outcome => Evidence.Outcome == Outcome.Passed && FirstFailure is not null ? Outcome.Flaky : Evidence.Outcome;

    /// <summary>The first attempt that failed; null when none did.</summary>
    public ReadScenario? FirstFailure => Attempts.FirstOrDefault(a => a.Evidence.Outcome is Outcome.Failed or Outcome.Error);

    /// <summary>The scenarios of a run; attempts at one scenario are put together.</summary>
    public static IReadOnlyList<ScenarioResult> Of(IEnumerable<ReadScenario> scenarios) =>
    [
        .. scenarios.GroupBy(s => s.Evidence.Key).Select(g => new ScenarioResult([.. g.OrderBy(a => a.Evidence.Started)])),
    ];
}
