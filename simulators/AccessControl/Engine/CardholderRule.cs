namespace PairingLab.AccessControl.Engine;

/// <summary>"Cardholder entry cost": free, paid, or first free and then paid by itself.</summary>
/// <param name="Free">Free entries; null when there are none.</param>
/// <param name="Paid">Paid entries; null when there are none.</param>
/// <param name="PeriodDays">Period of time in days in which entries are counted; null for ever.</param>
/// <param name="MostPerLocation">Number of usage per each location; null for unlimited.</param>
public sealed record CardholderRule(FreeEntries? Free, PaidEntries? Paid, int? PeriodDays = null, int? MostPerLocation = null);
