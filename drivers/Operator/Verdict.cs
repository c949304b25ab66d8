namespace PairingLab.Drivers.Operator;

/// <summary>What a person answered.</summary>
public enum Verdict
{
    /// <summary>Yes, or done.</summary>
    Pass,

    /// <summary>No, or it could not be done.</summary>
    Fail,

    /// <summary>The question doesn't apply to this bench.</summary>
    NotApplicable,

    /// <summary>Nobody answered within the time limit; only the lab gives this one.</summary>
    NotAnswered,
}
