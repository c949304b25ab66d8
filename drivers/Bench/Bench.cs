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
    IReadOnlyList<BenchDevice> Devices)
{
    /// <summary>How long a person has for an answer.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Commands that a run begins with, such as acquiring a place.</summary>
    public IReadOnlyList<BenchAction> Before { get; init; } = [];

    /// <summary>Commands that a run ends with, however it ended.</summary>
    public IReadOnlyList<BenchAction> After { get; init; } = [];

    /// <summary>The connections of real devices in which the lab stands.</summary>
    public IReadOnlyList<BenchProxy> Through { get; init; } = [];

    /// <summary>The device of that id; null when there is none.</summary>
    public BenchDevice? Find(string id) => Devices.FirstOrDefault(d => d.Id == id);

    /// <summary>Whether the lab plays a device: it plays those too that a scenario adds.</summary>
    public bool IsSimulated(string id) => Find(id)?.Is is null or DeviceWay.Simulated;

    /// <summary>Whether a person works any of it.</summary>
    public bool HasPerson => Devices.Any(d => d.Is == DeviceWay.Operator);

    /// <summary>Whether anything on it is not simulated.</summary>
    public bool IsPhysical => Devices.Any(d => d.Is != DeviceWay.Simulated);
}

/// <summary>How lab time passes on a bench.</summary>
public enum BenchClock
{
    /// <summary>Only when a scenario lets it; every device must be simulated.</summary>
    Stepped,

    /// <summary>As on the wall.</summary>
    Real,
}

/// <summary>
/// A setting for a simulator, as text; whether there is one of that name, the simulator says (by <see cref="BenchPlace.Mistake"/>).
/// </summary>
public sealed record BenchSetting(string Name, string Text, BenchPlace Place);
