using PairingLab.Reports.Evidence;
using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>Shows a run as its evidence appears: a person sees each scenario; a log gets the failures, and a line for every ten.</summary>
public sealed class RunProgress(EvidenceTail tail, int planned, LabConsole console, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private int ended;
    private int failed;

    /// <summary>Follows until told that the run has ended, and then shows the rest.</summary>
    public async Task FollowAsync(CancellationToken runEnded)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(runEnded).ConfigureAwait(false))
            {
                ShowNew();
            }
        }
        catch (OperationCanceledException)
        {
            ShowNew();
        }
    }

    /// <summary>Shows what ended since the last time.</summary>
    public void ShowNew()
    {
        foreach (var scenario in tail.ReadNew())
        {
            Show(scenario);
        }
    }

    private void Show(ScenarioEvidence scenario)
    {
        ended++;
        var bad = scenario.Outcome is Outcome.Failed or Outcome.Error;
        failed += bad ? 1 : 0;
        if (bad || console.IsWatched)
        {
            var seconds = (scenario.Finished - scenario.Started).TotalSeconds;
            console.Say($"[{ended}/{planned}] {Word(scenario.Outcome)} {scenario.Feature} › {scenario.Name} ({seconds:0.0} s)", Colour(scenario.Outcome));
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
