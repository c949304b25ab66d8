using PairingLab.Reports.Evidence;
using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>Shows a run as its evidence appears: a person sees each scenario; a log gets the failures, and a line for every ten.</summary>
public sealed class RunProgress(EvidenceTail tail, int scenarios, LabConsole console, TimeProvider time, RunTimes? times = null)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly List<ScenarioEvidence> taken = [];
    private int planned = scenarios;
    private int expected;
    private int ended;
    private int failed;

    /// <summary>Follows until told that the run has ended, and then shows the rest.</summary>
    public async Task FollowAsync(CancellationToken runEnded)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(runEnded))
            {
                ShowNew();
            }
        }
        catch (OperationCanceledException)
        {
            ShowNew();
        }
    }

    /// <summary>More scenarios begin now than were expected so far.</summary>
    public void Expect(int scenarios)
    {
        lock (gate)
        {
            expected += scenarios;
            planned = Math.Max(planned, expected);
        }
    }

    /// <summary>Shows what ended since the last time.</summary>
    public void ShowNew()
    {
        lock (gate)
        {
            foreach (var scenario in tail.ReadNew())
            {
                taken.Add(scenario);
                Show(scenario);
            }
        }
    }

    /// <summary>What ended since the last call.</summary>
    public IReadOnlyList<ScenarioEvidence> TakeEnded()
    {
        lock (gate)
        {
            ScenarioEvidence[] all = [.. taken];
            taken.Clear();
            return all;
        }
    }

    private void Show(ScenarioEvidence scenario)
    {
        times?.Scenario(scenario.Started, scenario.Finished);
        ended++;
        var bad = scenario.Outcome is Outcome.Failed or Outcome.Error;
        failed += bad ? 1 : 0;
        if (bad || console.IsWatched)
        {
            var seconds = (scenario.Finished - scenario.Started).TotalSeconds;
            console.Say(
                $"[{ended}/{planned}] {Word(scenario.Outcome)} {scenario.Feature} › {scenario.Name} ({seconds:0.0} s)",
                Colour(scenario.Outcome));
        }

        if (!console.IsWatched && (ended % 10 == 0 || ended == planned))
        {
            console.Say($"[{ended}/{planned}] {failed} failed");
        }
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed ",
        Outcome.Failed => "FAILED ",
        Outcome.Error => "ERROR  ",
        _ => "skipped",
    };

    private static Color Colour(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Color.Green,
        Outcome.Skipped => Color.Grey,
        _ => Color.Red,
    };
}
