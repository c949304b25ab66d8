namespace PairingLab.Sci.Devices.Pos;

/// <summary>What came back to a POS.</summary>
/// <param name="Done">Whether it was done.</param>
/// <param name="ErrorCode">Why not; null when done, "" when nobody answered, or nobody that speaks SCI.</param>
/// <param name="ErrorText">The API's message.</param>
/// <param name="Paired">Pair: the new pairing.</param>
/// <param name="Purchase">A transaction.</param>
public sealed record PosReply(bool Done, string? ErrorCode = null, string? ErrorText = null, StoredPairing? Paired = null, PosPurchase? Purchase = null)
{
    /// <summary>Nobody answered.</summary>
    public static readonly PosReply None = new(Done: false, "");

    /// <summary>Whether the pairing is not active, or not yet.</summary>
    public bool NotActive => ErrorCode == "no_active_pairings_found";
}
