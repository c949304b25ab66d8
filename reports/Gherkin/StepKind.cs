namespace PairingLab.Reports.Gherkin;

/// <summary>What a step's keyword says of it; the names are those of Cucumber Messages.</summary>
public enum StepKind
{
    /// <summary>The keyword is *.</summary>
    Unknown,

    /// <summary>Given.</summary>
    Context,

    /// <summary>When.</summary>
    Action,

    /// <summary>Then.</summary>
    Outcome,

    /// <summary>And, But: the same as the step before.</summary>
    Conjunction,
}
