using System.CommandLine;
using PairingLab.Drivers.Words;
using PairingLab.Host.History;

namespace PairingLab.Host.Commands;

/// <summary>history: what became of a scenario in every run.</summary>
public sealed class HistoryCommand(LabConsole console)
{
    private readonly Argument<string> name = new("NAME") { Description = "The scenario's name, or a part of it" };

    /// <summary>The command with its argument.</summary>
    public Command Command()
    {
        var command = new Command("history", "Shows what became of a scenario in every run") { name };
        command.SetAction(parsed => Show(parsed.GetValue(name)!));
        return command;
    }

    private int Show(string text)
    {
        using var history = HistoryStore.Open(Repository.Find());
        var rows = history.Named(text);
        if (rows.Count == 0)
        {
            var near = DidYouMean.To(text, history.Names());
            throw new CommandException($"no scenario that ever ran is named '{text}'"
                + (near is null ? "; run-lab --list shows the names" : $"; did you mean '{near}'?"));
        }

        foreach (var scenario in rows.GroupBy(r => r.Scenario, StringComparer.Ordinal))
        {
            var values = scenario.Key.Split('\t').Skip(2).Where(v => v.Length > 0).ToList();
            console.Say($"{scenario.First().Path}  {scenario.First().Name}{(values.Count == 0 ? "" : $" ({string.Join(", ", values)})")}");
            foreach (var row in scenario)
            {
                var attempts = row.Attempts > 1 ? $" after {row.Attempts} attempts" : "";
                var repetition = row.Repetition > 1 ? $", repetition {row.Repetition}" : "";
                var why = row.Message is { } message ? $"  {message.ReplaceLineEndings(" ")}" : "";
                var on = $"bench \"{row.Bench}\", seed {row.Seed}, lab {row.Version}";
                console.Say(FormattableString.Invariant(
                    $"  {row.Run}{repetition}  {row.Outcome}{attempts}  {row.Seconds:0.0} s  {on}{why}"));
            }
        }

        return ExitCode.Passed;
    }
}
