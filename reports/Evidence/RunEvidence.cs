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

    /// <summary>How panels were reached: wire or browser.</summary>
    public string Through { get; init; } = "";

    /// <summary>The package set the lab was built with: full or portable.</summary>
    public string PackageSet { get; init; } = "";

    /// <summary>The lab's version.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>The machine and its operating system.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The command that started the run.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The folder that feature paths are relative to.</summary>
    public string FeatureRoot { get; init; } = "";

    /// <summary>The tag expression that selected the scenarios; null when all were.</summary>
    public string? Tags { get; init; }

    /// <summary>How many scenarios the feature files hold, each row of examples counted.</summary>
    public int ScenariosFound { get; init; }

    /// <summary>The scenarios that were selected, and so must leave evidence.</summary>
    public IReadOnlyList<PlannedScenario> Planned { get; init; } = [];

    /// <summary>The devices of the bench.</summary>
    public IReadOnlyList<DeviceEvidence> Devices { get; init; } = [];
}
