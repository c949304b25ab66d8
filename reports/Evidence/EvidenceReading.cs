namespace PairingLab.Reports.Evidence;

/// <summary>What an evidence folder holds.</summary>
/// <param name="Run">The run; a stand-in when run.json is missing or damaged, of which <paramref name="Damaged"/> then tells.</param>
/// <param name="Scenarios">The scenarios in the order in which they ended.</param>
/// <param name="Features">The feature files that were kept.</param>
/// <param name="Damaged">One line for each file that could not be read.</param>
public sealed record EvidenceReading(
    RunEvidence Run,
    IReadOnlyList<ReadScenario> Scenarios,
    IReadOnlyList<FeatureSource> Features,
    IReadOnlyList<string> Damaged);
