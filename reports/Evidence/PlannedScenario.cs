namespace PairingLab.Reports.Evidence;

/// <summary>A scenario that the run has to bring evidence of: the place that names it and its name.</summary>
/// <param name="FeaturePath">The feature file, relative to the feature root, with forward slashes.</param>
/// <param name="Line">The line of the scenario, or of its row of examples.</param>
/// <param name="Name">The name with the example's values put in.</param>
public sealed record PlannedScenario(string FeaturePath, int Line, string Name);
