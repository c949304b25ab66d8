using System.CommandLine;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Commands;

/// <summary>compare: puts two runs side by side.</summary>
public sealed class CompareCommand(LabConsole console)
{
    private readonly Argument<string> one = new("RUN") { Description = "A run: its folder, or its name below reports/out" };
    private readonly Argument<string> other = new("OTHER") { Description = "The run to hold against it" };

    /// <summary>The command with its arguments.</summary>
    public Command Command()
    {
        var command = new Command("compare", "Puts two runs side by side: results, steps, what panels showed, times") { one, other };
        command.SetAction(parsed => Compare(parsed.GetValue(one)!, parsed.GetValue(other)!));
        return command;
    }

    private int Compare(string left, string right)
    {
        var repository = Repository.Find();
        var (first, second) = (RunReading.Of(repository.FindRun(left)), RunReading.Of(repository.FindRun(right)));
        console.Say($"{Described(first.Run)} | {Described(second.Run)}");
        var scenarios = RunComparison.Of(first, second);
        foreach (var scenario in scenarios.Where(s => s.IsDifferent))
        {
            console.Say($"{scenario.Place}  {scenario.Name}");
            console.Say($"  {scenario.Results}");
            scenario.Differences.ToList().ForEach(d => console.Say($"  {d}"));
        }

        var different = scenarios.Count(s => s.IsDifferent);
        console.Say($"{scenarios.Count} scenarios, {different} different");
        console.Say(FormattableString.Invariant($"scenarios took {Seconds(first):0.0} s | {Seconds(second):0.0} s"));
        return different == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static string Described(RunEvidence run) =>
        $"{run.Id} (bench \"{run.Bench}\": {string.Join(", ", run.Devices.GroupBy(d => d.Reality).Select(g => $"{g.Count()} {g.Key}"))})";

    private static double Seconds(RunReading run) => run.Results.Sum(r => (r.Evidence.Finished - r.Evidence.Started).TotalSeconds);
}
