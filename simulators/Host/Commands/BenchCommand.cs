using System.CommandLine;
using PairingLab.Drivers.Bench;
using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>bench: what a bench file says, and who has the bench.</summary>
public sealed class BenchCommand(LabConsole console)
{
    private readonly Argument<string> file = new("FILE") { Description = "The bench file" };

    /// <summary>The command with its argument.</summary>
    public Command Command()
    {
        var command = new Command("bench", "Shows what is on a bench, and who has it") { file };
        command.SetAction(parsed => Show(parsed.GetValue(file)!));
        return command;
    }

    private int Show(string path)
    {
        var bench = CheckedBench.Read(path);
        var clock = bench.Clock.ToString().ToLowerInvariant();
        console.Say($"{bench.Name}: {bench.Devices.Count} devices, clock {clock}, patience {bench.Patience:c}");
        foreach (var device in bench.Devices)
        {
            var way = device.Is.ToString().ToLowerInvariant();
            console.Say($"  {device.Id,-16} {device.Kind,-22} {way,-10} {device.Model,-14} {Reached(device)}".TrimEnd());
        }

        foreach (var (system, settings) in bench.Settings)
        {
            console.Say($"  settings of {system}: {string.Join(", ", settings.Select(s => $"{s.Name} = {s.Text}"))}");
        }

        var holder = bench.IsPhysical ? BenchLock.HolderOf(bench, path) : null;
        console.Say(holder is null ? "free" : $"{holder}", holder is null ? Color.Green : Color.Yellow);
        return ExitCode.Passed;
    }

    private static string Reached(BenchDevice device) => string.Join(", ", new[]
    {
        device.Line is { } line ? $"{line} {device.Wired()}" : device.Page?.ToString(),
        device.Base is { } known ? $"Base {known}" : null,
        device.Power is null ? null : "power switched",
        device.Reset is null ? null : "reset by itself",
        device.IsProxied ? "network through the lab" : null,
        device.Credentials.Count == 0 ? null : $"credentials of {string.Join(", ", device.Credentials.Keys)}",
    }.OfType<string>());
}
