using System.Text.Json.Serialization;

namespace PairingLab.Reports.Certification;

/// <summary>A certification: one version of a product, and every attempt.</summary>
/// <param name="Product">The POS.</param>
/// <param name="Version">Its version.</param>
/// <param name="Attempts">The oldest first; the last one counts.</param>
public sealed record CertificationReport(string Product, string Version, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>The rules, so that the file speaks for itself.</summary>
    public IReadOnlyList<CertificationRule> Rules => SciRules.All;

    /// <summary>The attempt that counts.</summary>
    [JsonIgnore]
    public Attempt Last => Attempts[^1];
}
