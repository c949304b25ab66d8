namespace PairingLab.Reports.Evidence;

/// <summary>What is known of a run as a whole: enough to repeat it, and to notice a scenario that did not run.</summary>
public sealed record RunEvidence
{
    /// <summary>The run's name, which is also its folder's.</summary>
    public required string Id { get; init; }

    /// <summary>When the run began, wall time.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null while it runs, and for ever if it was killed.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The seed that all randomness of the run came from.</summary>
    public long Seed { get; init; }

    /// <summary>The bench's name.</summary>
    public string Bench { get; init; } = "";

    /// <summary>The settings of the bench that differ from the defaults; "" when none does.</summary>
    public string BenchSettings { get; init; } = "";

    /// <summary>How panels were reached: wire or browser.</summary>
    public string Through { get; init; } = "";

    /// <summary>The lab's version.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>The machine and its operating system.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The command that started the run.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The folder that feature paths are relative to.</summary>
    public string FeatureRoot { get; init; } = "";

    /// <summary>The bench file, as a resumed run needs it.</summary>
    public string? BenchFile { get; init; }

    /// <summary>Whether a scenario that passed only when it was tried again fails the run.</summary>
    public bool FailOnFlaky { get; init; }

    /// <summary>The tag expression that selected the scenarios; null when all were.</summary>
    public string? Tags { get; init; }

    /// <summary>How many scenarios the feature files hold, each row of examples counted.</summary>
    public int ScenariosFound { get; init; }

    /// <summary>The scenarios that were selected, and so must leave evidence.</summary>
    public IReadOnlyList<PlannedScenario> Planned { get; init; } = [];

    /// <summary>What people did to the run while it ran, in order.</summary>
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];

    /// <summary>The devices of the bench.</summary>
    public IReadOnlyList<DeviceEvidence> Devices { get; init; } = [];
}

/// <summary>A scenario that the run has to bring evidence of: the place that names it and its name.</summary>
/// <param name="FeaturePath">The feature file, relative to the feature root, with forward slashes.</param>
/// <param name="Line">The line of the scenario, or of its row of examples.</param>
/// <param name="Name">The name with the example's values put in.</param>
/// <param name="Repetition">Which repetition of the run; 1 for the first.</param>
public sealed record PlannedScenario(string FeaturePath, int Line, string Name, int Repetition = 1);

/// <summary>What a person did to a run.</summary>
/// <param name="What">pause, resume, skip, abort or stop.</param>
/// <param name="Who">Who it was.</param>
/// <param name="When">When, wall time.</param>
public sealed record Intervention(string What, string Who, DateTimeOffset When)
{
    /// <summary>The run was ended at once, by Ctrl-C or a signal.</summary>
    public const string Stop = "stop";
}

/// <summary>A device of the run's bench.</summary>
public sealed record DeviceEvidence(string Id, string Kind, DeviceReality Reality)
{
    /// <summary>Its model and what is known of its software; null for a kind with one model.</summary>
    public string? Model { get; init; }

    /// <summary>Where a real one is reached: its line with baud and parity, or its page; null for all others.</summary>
    public string? Reached { get; init; }
}

/// <summary>What stood behind a device of the bench.</summary>
public enum DeviceReality
{
    /// <summary>The lab's own reference implementation.</summary>
    Simulated,

    /// <summary>A physical or foreign device.</summary>
    Real,

    /// <summary>A device worked by a person whom the lab asked.</summary>
    Operator,
}
