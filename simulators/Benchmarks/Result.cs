namespace PairingLab.Benchmarks;

/// <summary>A row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The measured value (a median where there are several).</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">The goal in that unit.</param>
/// <param name="MoreIsBetter">Whether the goal is a floor and no ceiling.</param>
/// <param name="Limit">What the machine itself allows, or a peer does, in the same unit and run.</param>
/// <param name="LimitName">What that limit is.</param>
internal sealed record Result(string What, double Value, string Unit, double Goal, bool MoreIsBetter, double? Limit, string LimitName)
{
    /// <summary>Whether the goal is met.</summary>
    public bool Met => MoreIsBetter ? Value >= Goal : Value <= Goal;
}
