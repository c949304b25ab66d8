namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /pos/confirm_entry</c>; ages of children may be left out.</summary>
public sealed record ConfirmEntryRequest(string? AccessId, int AdultGuests = 0, int ChildGuests = 0, IReadOnlyList<int>? ChildAges = null);
