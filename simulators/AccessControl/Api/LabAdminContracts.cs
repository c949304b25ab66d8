using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /lab-admin/terminals</c>.</summary>
public sealed record TerminalRequest(string? Serial, string? LocationId);

/// <summary>A terminal of the list: its serial number, location, and PAIRED or NOT PAIRED.</summary>
public sealed record TerminalResponse(string Serial, string? LocationId, string Status);

/// <summary>A pairing code and until when it can be used.</summary>
public sealed record PairingCodeResponse(string PairingCode, DateTimeOffset Until);

/// <summary>Body of <c>POST /lab-admin/rates</c>.</summary>
public sealed record RateRequest(string? Currency, string? NumericCode, decimal Rate);

/// <summary>Body of <c>POST /lab-admin/whitelist</c>.</summary>
public sealed record WhitelistRequest(string? Pan);

/// <summary>Body of <c>POST /lab-admin/users</c>; Consented adds the user with both documents accepted.</summary>
internal sealed record UserRequest(string? Email, string? FirstName, string? LastName, UserRole Role, string? Password, bool Consented);

/// <summary>Body of <c>POST /lab-admin/documents</c>; Kind is TERMS or PRIVACY.</summary>
public sealed record DocumentRequest(string? Kind, string? Text);

/// <summary>Body of <c>POST /lab-admin/operations/{id}/reverse</c>.</summary>
public sealed record ReverseRequest(string? UserId, UserRole Role, string? Reason);

/// <summary>An operation as the list shows it. "Card auth response code" is CODE_ followed by the code.</summary>
public sealed record OperationResponse(
    string Id, string MaskedPan, string Terminal, string LocationId, string Service, string Type, string Status, string Ruleset,
    string Rule, string? RejectErrorCode,
    string? CardAuthResponseCode, string? Product, string? Ica, string? IcaName, string Payment, DateTimeOffset RequestedDate,
    DateTimeOffset EntryDate, bool PaidCardholder,
    long FreeAdultGuests, long PaidAdultGuests, long FreeChildrenGuests, long PaidChildrenGuests, string? ReversedBy,
    DateTimeOffset? ReversedAt, string? ReversedReason)
{
    /// <summary>The answer for a row.</summary>
    public static OperationResponse Of(OperationRow o) => new(
        o.Id, o.MaskedPan, o.Serial, o.LocationId, o.Service, o.Type, o.Status, o.RulesetName, o.Rule, o.RejectCode, o.AuthCode is null
        ? null : $"CODE_{o.AuthCode}",
        o.Product, o.Ica, o.IcaName, o.Payment, o.RequestedAt, o.EntryAt, o.Paid == 1, o.FreeAdults, o.PaidAdults,
        o.FreeChildren + o.YoungChildren, o.PaidChildren,
        o.ReversedBy, o.ReversedAt, o.ReversedReason);
}
