using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Api;

/// <summary>An operation as the list shows it; "Card auth response code" is CODE_ and the code.</summary>
public sealed record OperationResponse(
    string Id, string MaskedPan, string Terminal, string LocationId, string Service, string Type, string Status, string Ruleset, string Rule, string? RejectErrorCode,
    string? CardAuthResponseCode, string? Product, string? Ica, string? IcaName, string Payment, DateTimeOffset RequestedDate, DateTimeOffset EntryDate, bool PaidCardholder,
    long FreeAdultGuests, long PaidAdultGuests, long FreeChildrenGuests, long PaidChildrenGuests, string? ReversedBy, DateTimeOffset? ReversedAt, string? ReversedReason)
{
    /// <summary>The answer for a row.</summary>
    public static OperationResponse Of(OperationRow o) => new(
        o.Id, o.MaskedPan, o.Serial, o.LocationId, o.Service, o.Type, o.Status, o.RulesetName, o.Rule, o.RejectCode, o.AuthCode is null ? null : $"CODE_{o.AuthCode}",
        o.Product, o.Ica, o.IcaName, o.Payment, o.RequestedAt, o.EntryAt, o.Paid == 1, o.FreeAdults, o.PaidAdults, o.FreeChildren + o.YoungChildren, o.PaidChildren,
        o.ReversedBy, o.ReversedAt, o.ReversedReason);
}
