namespace PairingLab.AccessControl.Engine;

/// <summary>What holds for adult guests, or for children. Invitations are counted in the cardholder's period.</summary>
/// <param name="Free">Free invitations; null when there are none.</param>
/// <param name="Paid">Paid invitations; null when there are none.</param>
/// <param name="MostPerFlight">"Number of guests per flight": the most at one entry.</param>
/// <param name="FreeUnderAge">Children only: who is younger is free and takes no invitation; null for none.</param>
public sealed record GuestRule(FreeEntries? Free, PaidEntries? Paid, int MostPerFlight, int? FreeUnderAge = null);
