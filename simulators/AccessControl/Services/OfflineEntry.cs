namespace PairingLab.AccessControl.Services;

/// <summary>An entry that a device decided while it was offline.</summary>
/// <param name="LocalId">The device's own id of it; makes the report idempotent.</param>
/// <param name="PanHash">Keyed hash of the card number.</param>
/// <param name="MaskedPan">First six and last four digits.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Source">OFFLINE_BIN or OFFLINE_WHITELIST.</param>
/// <param name="AdultGuests">Adult guests.</param>
/// <param name="ChildGuests">Children.</param>
public sealed record OfflineEntry(string? LocalId, string? PanHash, string? MaskedPan, DateTimeOffset? OccurredAt, string? Source, int AdultGuests, int ChildGuests);
