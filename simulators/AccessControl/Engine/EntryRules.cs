namespace PairingLab.AccessControl.Engine;

/// <summary>"Cardholder entry cost": free, paid, or free until the free entries are used and then paid.</summary>
/// <param name="Free">Free entries; null when there are none.</param>
/// <param name="Paid">Paid entries; null when there are none.</param>
/// <param name="PeriodDays">Period of time in days in which entries are counted; null for all time.</param>
/// <param name="MostPerLocation">Number of usage per each location; null for unlimited.</param>
public sealed record CardholderRule(FreeEntries? Free, PaidEntries? Paid, int? PeriodDays = null, int? MostPerLocation = null);

/// <summary>The rule for adult guests or for children. Invitations are counted in the cardholder's period.</summary>
/// <param name="Free">Free invitations; null when there are none.</param>
/// <param name="Paid">Paid invitations; null when there are none.</param>
/// <param name="MostPerFlight">"Number of guests per flight": the most at one entry.</param>
/// <param name="FreeUnderAge">Children only: a younger child is free and uses no invitation; null when no age is free.</param>
public sealed record GuestRule(FreeEntries? Free, PaidEntries? Paid, int MostPerFlight, int? FreeUnderAge = null);

/// <summary>Free entries, and how many at most in the period; null for unlimited.</summary>
public sealed record FreeEntries(int? Most);

/// <summary>Paid entries: the fee of one, and how many at most in the period; null for unlimited.</summary>
public sealed record PaidEntries(Price Fee, int? Most);

/// <summary>An amount in a currency (three-letter ISO 4217 code).</summary>
public sealed record Price(decimal Amount, string Currency);
