namespace PairingLab.Drivers.Bench;

/// <summary>The devices of one run and how they are reached.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Clock">How lab time passes.</param>
/// <param name="Browser">The browser's path, or null to look for one.</param>
/// <param name="Patience">How long, in lab time, a wait lasts when nothing else is said.</param>
/// <param name="Settings">Settings by system ("commander"), in the file's order.</param>
/// <param name="Devices">At least one, in the file's order; ids are unique.</param>
public sealed record Bench(
    string Name,
    BenchClock Clock,
    string? Browser,
    TimeSpan Patience,
    IReadOnlyDictionary<string, IReadOnlyList<BenchSetting>> Settings,
    IReadOnlyList<BenchDevice> Devices);
