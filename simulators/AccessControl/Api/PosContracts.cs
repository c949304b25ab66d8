using System.Text.Json.Serialization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /pos/pair</c>.</summary>
public sealed record PairRequest(string? SerialNumber, string? PairingCode, string? PublicKey);

/// <summary>PAIRED after a pairing, COMPLETED after a confirmation.</summary>
public sealed record StatusResponse(string Status);

/// <summary>The answer to a confirmation: COMPLETED, and what is to be paid.</summary>
public sealed record ConfirmEntryResponse(string Status, EntryCharge? Charge = null);

/// <summary>Body of <c>POST /pos/check_entry</c>: 12 to 19 digits, MM/YY or YYYY-MM, CHIP or CONTACTLESS.</summary>
public sealed record CheckEntryRequest(string? Pan, string? ExpiryDate, string? EntryMode);

/// <summary>The answer when the card may enter.</summary>
/// <param name="AccessId">The id to confirm the entry with.</param>
/// <param name="Cardholder">What the cardholder pays.</param>
/// <param name="MaxAdultGuests">The most adult guests.</param>
/// <param name="MaxChildGuests">The most children.</param>
/// <param name="FreeVisitsLeft">Free visits left; null for unlimited.</param>
/// <param name="PaidVisitsLeft">Paid visits left; null for unlimited.</param>
/// <param name="ChildrenFreeUnder">Children under this age are free; null when no age is free.</param>
/// <param name="Ruleset">The ruleset that decided.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="ConfirmUntil">Until when it can be confirmed.</param>
/// <param name="AdultGuestFee">What a paid adult guest costs; null when the ruleset has no paid invitations for adults.</param>
/// <param name="ChildGuestFee">What a paid child costs; null when the ruleset has no paid invitations for children.</param>
/// <param name="AdultGuests">Which adult guests can come: how many free, how many paid, and their fee.</param>
/// <param name="ChildGuests">Which children can come, with and without their ages.</param>
public sealed record CheckEntryResponse(
    string AccessId,
    CardholderResponse Cardholder,
    int MaxAdultGuests,
    int MaxChildGuests,
    int? FreeVisitsLeft,
    int? PaidVisitsLeft,
    int? ChildrenFreeUnder,
    string Ruleset,
    string Rule,
    DateTimeOffset ConfirmUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Price? AdultGuestFee = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Price? ChildGuestFee = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GuestOffer? AdultGuests = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GuestOffer? ChildGuests = null);

/// <summary>The cardholder's fee; null when the entry is free.</summary>
public sealed record CardholderResponse([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Price? Fee);

/// <summary>Body of <c>POST /pos/confirm_entry</c>; ages of children may be left out.</summary>
public sealed record ConfirmEntryRequest(string? AccessId, int AdultGuests = 0, int ChildGuests = 0, IReadOnlyList<int>? ChildAges = null);

/// <summary>Answer of <c>GET /pos/fallback_bin_ranges</c>.</summary>
public sealed record BinRangesResponse(DateTimeOffset GeneratedAt, IReadOnlyList<BinRange> Ranges);

/// <summary>Answer of <c>GET /pos/whitelisted_pans</c>.</summary>
public sealed record WhitelistResponse(DateTimeOffset GeneratedAt, IReadOnlyList<string> Hashes);

/// <summary>Body of <c>POST /pos/offline_reports</c>.</summary>
public sealed record OfflineReportsRequest(IReadOnlyList<OfflineEntry>? Entries);

/// <summary>The answer, with a result for each entry.</summary>
public sealed record OfflineReportsResponse(IReadOnlyList<ReportedEntry> Entries);

/// <summary>An error of the device API.</summary>
/// <param name="Code">The code of the <see cref="Refusal"/>.</param>
/// <param name="Message">The text that the terminal shows.</param>
/// <param name="Ruleset">The ruleset that refused.</param>
/// <param name="Rule">The rule that refused.</param>
/// <param name="Outage">What the terminal shows when no rule refused but a third party is down.</param>
public sealed record PosErrorResponse(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ruleset = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Outage = null);
