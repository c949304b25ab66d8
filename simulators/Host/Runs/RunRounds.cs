using PairingLab.Host.Commands;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>The rounds of a run: its repetitions, and in each the attempts at what failed.</summary>
internal sealed class RunRounds(RunOptions options, RunPlan plan, FeatureProcess process, LabConsole console)
{
    private int failures;

    /// <summary>Runs them all; gives the exit code of the last process in which something went wrong, or 0.</summary>
    public async Task<int> RunAsync(RunProgress progress, CancellationToken interrupted)
    {
        var code = 0;
        foreach (var (repetition, scenarios) in Rounds())
        {
            if (repetition > 1)
            {
                console.Say($"repetition {repetition}");
            }

            code = Worse(code, await RoundAsync(scenarios, repetition, progress, interrupted));
            if (IsEnough())
            {
                break;
            }
        }

        return code;
    }

    private IEnumerable<(int Repetition, IReadOnlyList<Pickle> Scenarios)> Rounds() =>
        plan.Resumed?.Rounds
        ?? Enumerable.Range(1, options.Repeat ?? (options.UntilFailure ? int.MaxValue : 1)).Select(r => (r, plan.Scenarios));

    private async Task<int> RoundAsync(
        IReadOnlyList<Pickle> scenarios, int repetition, RunProgress progress, CancellationToken interrupted)
    {
        for (var attempt = 1; ; attempt++)
        {
            progress.Expect(scenarios.Count);
            var code = await process.RunAsync(scenarios, repetition, attempt, failures, interrupted);
            progress.ShowNew();
            var failed = Failed(scenarios, progress.TakeEnded());
            if (failed.Count == 0 || attempt > options.Retry || process.Control.IsAborted)
            {
                failures += failed.Count;

                // Attempts that failed at first gave this process's predecessors their exit codes; only the last one counts.
                return code;
            }

            console.Say($"attempt {attempt + 1} at {Selection.Count(failed.Count)}");
            scenarios = failed;
        }
    }

    private bool IsEnough() => process.Control.IsAborted
        || (options.UntilFailure && failures > 0) || (options.MaxFailures is { } max && failures >= max);

    private static IReadOnlyList<Pickle> Failed(IReadOnlyList<Pickle> scenarios, IReadOnlyList<ScenarioEvidence> ended)
    {
        var failed = ended.Where(e => e.Outcome is Outcome.Failed or Outcome.Error).Select(e => $"{e.FeaturePath}:{e.Line}")
            .ToHashSet(StringComparer.Ordinal);
        return [.. scenarios.Where(s => failed.Contains(s.Place))];
    }

    private static int Worse(int before, int now) => now == 0 ? before : now;
}
