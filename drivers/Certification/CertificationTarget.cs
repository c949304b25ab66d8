namespace PairingLab.Drivers.Certification;

/// <summary>A POS that a run of the certification features is to check.</summary>
/// <param name="Description">The file of its description.</param>
/// <param name="Pos">Where its page is; null for what the description says.</param>
/// <param name="Data">The folder in which the lab keeps its ports and credentials; null for none.</param>
/// <param name="Results">The folder for the results.</param>
public sealed record CertificationTarget(string Description, Uri? Pos, string? Data, string Results);
