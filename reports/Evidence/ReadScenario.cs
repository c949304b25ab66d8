namespace PairingLab.Reports.Evidence;

/// <summary>A scenario's evidence and the name of its file without extension, which its report page takes over.</summary>
public sealed record ReadScenario(string Stem, ScenarioEvidence Evidence);
