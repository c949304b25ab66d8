namespace PairingLab.Reports.Evidence;

/// <summary>
/// Takes down a scenario while it runs and gives its evidence at the end. Things seen may come from any thread; steps begin
/// and end on the one that runs the scenario.
/// </summary>
/// <param name="wall">The wall clock.</param>
/// <param name="lab">Lab time now; null while the scenario has no lab clock.</param>
public sealed class ScenarioRecorder(TimeProvider wall, Func<DateTimeOffset?> lab)
{
    private readonly Lock gate = new();
    private readonly List<StepEvidence> steps = [];
    private readonly List<Seen> around = [];
    private readonly List<Seen> inStep = [];
    private readonly DateTimeOffset started = wall.GetUtcNow();
    private DateTimeOffset? labStarted = lab();
    private StepEvidence? current;
    private long stepBegan;

    /// <summary>The secrets of this scenario.</summary>
    public SecretMask Secrets { get; } = new();

    /// <summary>How long the scenario has taken so far, wall time.</summary>
    public TimeSpan Elapsed => wall.GetUtcNow() - started;

    /// <summary>Notes something seen, now, in the step that runs or outside every step.</summary>
    public void See(Seen seen)
    {
        var stamped = seen with { Wall = wall.GetUtcNow(), Lab = seen.Lab ?? Lab() };
        lock (gate)
        {
            (current is null ? around : inStep).Add(stamped);
        }
    }

    /// <summary>A step begins.</summary>
    public void BeginStep(
        string keyword, string text, IReadOnlyList<IReadOnlyList<string>>? table = null, string? docString = null)
    {
        lock (gate)
        {
            stepBegan = wall.GetTimestamp();
            current = new StepEvidence
            {
                Keyword = keyword,
                Text = text,
                Table = table,
                DocString = docString,
                Outcome = StepOutcome.Passed,
                Started = wall.GetUtcNow(),
                LabStarted = Lab(),
            };
        }
    }

    /// <summary>The step that began last has ended.</summary>
    public void EndStep(StepOutcome outcome)
    {
        lock (gate)
        {
            if (current is null)
            {
                return;
            }

            steps.Add(current with
            {
                Outcome = outcome,
                WallMs = wall.GetElapsedTime(stepBegan).TotalMilliseconds,
                LabFinished = Lab(),
                Seen = [.. inStep],
            });
            inStep.Clear();
            current = null;
        }
    }

    /// <summary>
    /// The evidence: what was given, with times, steps and things seen put in. Steps of <paramref name="planned"/> beyond
    /// those that ran are added as skipped, so that the report shows the whole scenario.
    /// </summary>
    public ScenarioEvidence Finish(ScenarioEvidence ending, IReadOnlyList<StepEvidence>? planned = null)
    {
        EndStep(StepOutcome.Failed);
        lock (gate)
        {
            return ending with
            {
                Started = started,
                Finished = wall.GetUtcNow(),
                LabStarted = labStarted,
                LabFinished = Lab(),
                Steps = [.. steps, .. (planned ?? []).Skip(steps.Count)],
                Around = [.. around],
            };
        }
    }

    /// <summary>Lab time now. A scenario's first steps set its site up: its lab time begins when there is one.</summary>
    private DateTimeOffset? Lab()
    {
        var now = lab();
        labStarted ??= now;
        return now;
    }
}
