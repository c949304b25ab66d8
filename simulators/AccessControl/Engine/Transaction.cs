namespace PairingLab.AccessControl.Engine;

/// <summary>A purchase with the card, as MRS reports it; a refund has a negative amount.</summary>
public readonly record struct Transaction(DateTimeOffset At, string Mcc, decimal Amount, string Currency);
