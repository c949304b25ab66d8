namespace PairingLab.Drivers.Certification;

/// <summary>What a POS showed at one moment.</summary>
/// <param name="Texts">All texts that can be read, line by line, the fields' contents among them.</param>
/// <param name="Picture">A screenshot, PNG; null when there is none.</param>
public sealed record PosSeen(IReadOnlyList<string> Texts, byte[]? Picture);
