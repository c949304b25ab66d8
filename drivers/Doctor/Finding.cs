namespace PairingLab.Drivers.Doctor;

/// <summary>What a doctor found of one thing.</summary>
/// <param name="Health">Whether it is as it should be.</param>
/// <param name="Subject">The thing.</param>
/// <param name="Words">What was found, and what would be right, in a line.</param>
public sealed record Finding(Health Health, string Subject, string Words);

/// <summary>Whether a thing is as it should be.</summary>
public enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing; a run can begin.</summary>
    Doubtful,

    /// <summary>A run would fail of it.</summary>
    Bad,
}
