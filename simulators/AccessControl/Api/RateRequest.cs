namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /lab-admin/rates</c>.</summary>
public sealed record RateRequest(string? Currency, string? NumericCode, decimal Rate);
