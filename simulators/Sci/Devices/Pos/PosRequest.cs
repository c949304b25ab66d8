namespace PairingLab.Sci.Devices.Pos;

/// <summary>Something that a POS asks of SCI.</summary>
/// <param name="Kind">What.</param>
/// <param name="Pairing">Over which pairing; null for <see cref="PosRequestKind.Pair"/>.</param>
/// <param name="Amount">A sale: cents.</param>
/// <param name="Action"><see cref="PosRequestKind.Act"/>: what.</param>
public sealed record PosRequest(PosRequestKind Kind, StoredPairing? Pairing = null, long Amount = 0, PosAction? Action = null);
