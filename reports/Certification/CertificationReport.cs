using System.Text.Json.Serialization;

namespace PairingLab.Reports.Certification;

/// <summary>A certification: one version of a product, and every attempt.</summary>
/// <param name="Product">The POS.</param>
/// <param name="Version">Its version.</param>
/// <param name="Rules">What was asked of it in the last attempt, so that the file speaks for itself.</param>
/// <param name="Attempts">The oldest first; the last one counts.</param>
public sealed record CertificationReport(string Product, string Version, IReadOnlyList<CertificationRule> Rules, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>The attempt that counts.</summary>
    [JsonIgnore]
    public Attempt Last => Attempts[^1];
}
