namespace PairingLab.Reports.Certification;

/// <summary>A rule of a certification.</summary>
/// <param name="Id">The public id where there is one, else the lab's own, PL-SCI-01.</param>
/// <param name="Demand">How much it is demanded.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Sentence">The sentence it comes from.</param>
/// <param name="Source">Where that stands.</param>
public sealed record CertificationRule(string Id, Demand Demand, string Title, string Sentence, string Source);
