using PairingLab.Host.Runs;

namespace PairingLab.Host.Commands;

/// <summary>What a run is asked for.</summary>
public sealed record RunOptions
{
    /// <summary>Which scenarios.</summary>
    public Selection Selection { get; init; } = new();

    /// <summary>Whether only those run that failed when they ran last.</summary>
    public bool LastFailed { get; init; }

    /// <summary>Which part of them, when several machines share the work.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The run that is continued; null for a new one.</summary>
    public string? Resume { get; init; }

    /// <summary>The bench file; null for the simulated bench.</summary>
    public string? BenchFile { get; init; }

    /// <summary>Whether every panel is worked in a browser.</summary>
    public bool ThroughBrowser { get; init; }

    /// <summary>What all randomness comes from; null for a new one.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether the features are built first.</summary>
    public bool Build { get; init; } = true;

    /// <summary>How many scenarios run at a time; null for what the machine bears.</summary>
    public int? Workers { get; init; }

    /// <summary>How many failures end the run; null for no limit.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>How often everything runs; null for once, or without end when it is to run until a failure.</summary>
    public int? Repeat { get; init; }

    /// <summary>Whether it is repeated until a scenario fails.</summary>
    public bool UntilFailure { get; init; }

    /// <summary>How often a scenario that failed is tried again.</summary>
    public int Retry { get; init; }

    /// <summary>Whether a scenario that passed only when it was tried again fails the run.</summary>
    public bool FailOnFlaky { get; init; }

    /// <summary>
    /// Where the desk is, wanted although no device needs a person: a page to pause, skip and abort on. Null for one only where a
    /// person is needed, on any port.
    /// </summary>
    public Desk.DeskPlace? Desk { get; init; }

    /// <summary>Who answers the desk's questions instead of a person; null for nobody.</summary>
    public Action<Drivers.Operator.OperatorDesk>? Answers { get; init; }

    /// <summary>Whether a bench that somebody else has is waited for.</summary>
    public bool Wait { get; init; }

    /// <summary>How many runs are kept; null for all.</summary>
    public int? Keep { get; init; }

    /// <summary>The command as it was typed, for the report.</summary>
    public string CommandLine { get; init; } = "run-lab run";
}
