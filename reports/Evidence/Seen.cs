using System.Text.Json.Serialization;

namespace PairingLab.Reports.Evidence;

/// <summary>Something that was seen during a scenario, at a moment of wall time and of lab time.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PanelSeen), "panel")]
[JsonDerivedType(typeof(DisplaySeen), "display")]
[JsonDerivedType(typeof(SentenceSeen), "sentence")]
[JsonDerivedType(typeof(ExchangeSeen), "exchange")]
[JsonDerivedType(typeof(AttestationSeen), "attestation")]
[JsonDerivedType(typeof(FileSeen), "file")]
public abstract record Seen
{
    /// <summary>When, wall time.</summary>
    public DateTimeOffset Wall { get; init; }

    /// <summary>When, lab time; null when the scenario had no lab clock.</summary>
    public DateTimeOffset? Lab { get; init; }
}
