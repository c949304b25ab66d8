namespace PairingLab.Reports.Evidence;

/// <summary>What went wrong in a scenario.</summary>
/// <param name="Message">What was expected and what was seen.</param>
/// <param name="Stack">Where in the code; null when that says nothing.</param>
/// <param name="Step">The step's keyword and text, or the name of what failed outside the steps.</param>
public sealed record ScenarioError(string Message, string? Stack, string? Step);
