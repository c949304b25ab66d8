using System.Text.Json.Serialization;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Evidence;

/// <summary>What a scenario left behind.</summary>
public sealed record ScenarioEvidence
{
    /// <summary>The feature file, relative to the feature root, with forward slashes.</summary>
    public required string FeaturePath { get; init; }

    /// <summary>The feature's name.</summary>
    public required string Feature { get; init; }

    /// <summary>The rule it stands under, if any.</summary>
    public string? Rule { get; init; }

    /// <summary>The name with the example's values put in.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the scenario, or of its row of examples; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Its tags and those it inherits, each with its @.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The values of its row of examples.</summary>
    public IReadOnlyList<ExampleArgument> Arguments { get; init; } = [];

    /// <summary>Which attempt this is: 1, or more when it failed and was tried again.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Which repetition of the run this is: 1, or more with --repeat.</summary>
    public int Repetition { get; init; } = 1;

    /// <summary>The seed of the run that it ran in; null when evidence is older than this.</summary>
    public long? Seed { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether it was left out because the run was stopped before its turn; a resumed run makes up for it.</summary>
    public bool NotRun { get; init; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>What went wrong, when it failed.</summary>
    public ScenarioError? Error { get; init; }

    /// <summary>When it began, wall time.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When it ended, wall time.</summary>
    public DateTimeOffset Finished { get; init; }

    /// <summary>When it began, lab time; null when it had no lab clock.</summary>
    public DateTimeOffset? LabStarted { get; init; }

    /// <summary>When it ended, lab time.</summary>
    public DateTimeOffset? LabFinished { get; init; }

    /// <summary>Its steps, those of the background first.</summary>
    public IReadOnlyList<StepEvidence> Steps { get; init; } = [];

    /// <summary>What was seen outside every step: before the first, or after the last (a screenshot of the failure).</summary>
    public IReadOnlyList<Seen> Around { get; init; } = [];

    /// <summary>What its steps measured.</summary>
    [JsonIgnore]
    public IEnumerable<MeasurementSeen> Measurements => Steps.SelectMany(s => s.Seen).OfType<MeasurementSeen>();

    /// <summary>The name, with those values of its row that do not stand in it.</summary>
    [JsonIgnore]
    public string FullName => Pickle.NameWith(Name, Arguments.Select(a => (a.Name, a.Value)));

    /// <summary>What attempts at one scenario have in common. Where the line is unknown, the name has to do.</summary>
    internal (string, int, string, int) Key => (FeaturePath, Line, Line == 0 ? Name : "", Repetition);
}

/// <summary>How a scenario, or a whole run, ended.</summary>
public enum Outcome
{
    /// <summary>Everything was as it should be.</summary>
    Passed,

    /// <summary>The product is wrong.</summary>
    Failed,

    /// <summary>The lab is wrong: its configuration, the bench or the test.</summary>
    Error,

    /// <summary>It was left out, for a reason that is given.</summary>
    Skipped,

    /// <summary>It passed only when it was tried again. No single attempt ends so; a scenario with several does.</summary>
    Flaky,
}

/// <summary>What went wrong in a scenario.</summary>
/// <param name="Message">What was expected and what was seen.</param>
/// <param name="Stack">Where in the code; null when that says nothing.</param>
/// <param name="Step">The step's keyword and text, or the name of what failed outside the steps.</param>
public sealed record ScenarioError(string Message, string? Stack, string? Step)
{
    /// <summary>What was expected, when it can be told apart from the rest of the message.</summary>
    public string? Expected { get; init; }

    /// <summary>What was seen instead.</summary>
    public string? Seen { get; init; }
}

/// <summary>One cell of the row of examples that a scenario was made from.</summary>
public sealed record ExampleArgument(string Name, string Value);
