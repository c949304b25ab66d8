namespace PairingLab.Sci.Devices.Pos;

/// <summary>A purchase, as a POS knows it.</summary>
/// <param name="Id">"txn_…".</param>
/// <param name="Version">The version seen last.</param>
/// <param name="Message">What the API says of it.</param>
/// <param name="Result">APPROVED, DECLINED, CANCELLED or UNKNOWN; null while it is under way.</param>
/// <param name="Pairing">Over which pairing.</param>
/// <param name="Amount">Cents.</param>
public sealed record PosPurchase(string Id, int Version, string Message, string? Result, StoredPairing? Pairing = null, long Amount = 0)
{
    /// <summary>What a person must do about it before it goes on.</summary>
    public IReadOnlyList<PosAction> Actions { get; init; } = [];

    /// <summary>Whether news of it will come by itself.</summary>
    public bool IsWatched => Result is null && Actions.Count == 0;
}
