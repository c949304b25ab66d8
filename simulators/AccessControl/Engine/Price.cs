namespace PairingLab.AccessControl.Engine;

/// <summary>An amount in a currency (three-letter ISO 4217 code).</summary>
public sealed record Price(decimal Amount, string Currency);
