namespace PairingLab.Reports.Evidence;

/// <summary>A device of the run's bench.</summary>
public sealed record DeviceEvidence(string Id, string Kind, DeviceReality Reality);
