namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /pos/check_entry</c>: 12 to 19 digits, MM/YY or YYYY-MM, CHIP or CONTACTLESS.</summary>
public sealed record CheckEntryRequest(string? Pan, string? ExpiryDate, string? EntryMode);
