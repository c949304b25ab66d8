namespace PairingLab.Drivers.Certification;

/// <summary>What a pairing is called on a POS.</summary>
public sealed record PairingNames(string Nickname, string PairingId, string Tid)
{
    /// <summary>A text with the names in place of {nickname}, {pairingId} and {tid}.</summary>
    public string? In(string? text) => text?
        .Replace("{nickname}", Nickname, StringComparison.Ordinal)
        .Replace("{pairingId}", PairingId, StringComparison.Ordinal)
        .Replace("{tid}", Tid, StringComparison.Ordinal);
}
