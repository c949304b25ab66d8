namespace PairingLab.Reports.Evidence;

/// <summary>A feature file as it was when the run began.</summary>
public sealed record FeatureSource(string Path, string Content);
