using System.Globalization;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// An operation: a card entry, or the attempt at one. Names are those of "Operations details" in the Access Control description.
/// </summary>
public sealed record OperationRow
{
    /// <summary>Its id; the accessId of the device.</summary>
    public string Id { get; init; } = "";

    /// <summary>Keyed hash of the card number.</summary>
    public string PanHash { get; init; } = "";

    /// <summary>First six and last four digits.</summary>
    public string MaskedPan { get; init; } = "";

    /// <summary>The terminal.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The location.</summary>
    public string LocationId { get; init; } = "";

    /// <summary>Country of the location.</summary>
    public string Country { get; init; } = "";

    /// <summary>The service.</summary>
    public string Service { get; init; } = "";

    /// <summary>One of <see cref="OperationType"/>.</summary>
    public string Type { get; init; } = OperationType.Online;

    /// <summary>One of <see cref="OperationStatus"/>.</summary>
    public string Status { get; init; } = OperationStatus.Created;

    /// <summary>The ruleset that decided; 0 when none applied.</summary>
    public long RulesetId { get; init; }

    /// <summary>The name of the ruleset at that time.</summary>
    public string RulesetName { get; init; } = "";

    /// <summary>The rule that decided.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Reject error code.</summary>
    public string? RejectCode { get; init; }

    /// <summary>Card auth response code, as the acquirer gave it.</summary>
    public string? AuthCode { get; init; }

    /// <summary>Product.</summary>
    public string? Product { get; init; }

    /// <summary>ICA ID.</summary>
    public string? Ica { get; init; }

    /// <summary>ICA name.</summary>
    public string? IcaName { get; init; }

    /// <summary>Payment: CHIP or CONTACTLESS; empty for an offline entry.</summary>
    public string Payment { get; init; } = "";

    /// <summary>Requested date.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the entry counts as made: its confirmation; before that, its request.</summary>
    public DateTimeOffset EntryAt { get; init; }

    /// <summary>Until when it can be confirmed.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Last change date.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Paid cardholder, 1 or 0.</summary>
    public long Paid { get; init; }

    /// <summary>Amount of the fee.</summary>
    public string? FeeAmount { get; init; }

    /// <summary>Currency of the fee.</summary>
    public string? FeeCurrency { get; init; }

    /// <summary>The most adult guests.</summary>
    public long MaxAdults { get; init; }

    /// <summary>The most children.</summary>
    public long MaxChildren { get; init; }

    /// <summary>Adult guests as confirmed.</summary>
    public long AdultGuests { get; init; }

    /// <summary>Children as confirmed.</summary>
    public long ChildGuests { get; init; }

    /// <summary>Their ages as confirmed, separated by commas.</summary>
    public string ChildAges { get; init; } = "";

    /// <summary>Free adult guests.</summary>
    public long FreeAdults { get; init; }

    /// <summary>Paid adult guests.</summary>
    public long PaidAdults { get; init; }

    /// <summary>Free children guests on an invitation.</summary>
    public long FreeChildren { get; init; }

    /// <summary>Paid children guests.</summary>
    public long PaidChildren { get; init; }

    /// <summary>Children who were free because of their age.</summary>
    public long YoungChildren { get; init; }

    /// <summary>The device's id of an offline entry.</summary>
    public string? LocalId { get; init; }

    /// <summary>"Show transactions": the spending that the decision used, as JSON.</summary>
    public string? Spending { get; init; }

    /// <summary>What was to be paid at the confirmation, as JSON; null before it.</summary>
    public string? Charge { get; init; }

    /// <summary>Which third party was down, so that nobody knows what it would have said; null when none was.</summary>
    public string? Outage { get; init; }

    /// <summary>The rulesets that were looked at, and what each said, as JSON; null when none was.</summary>
    public string? Reasons { get; init; }

    /// <summary>Reversed by.</summary>
    public string? ReversedBy { get; init; }

    /// <summary>Reversed at.</summary>
    public DateTimeOffset? ReversedAt { get; init; }

    /// <summary>Reversed reason.</summary>
    public string? ReversedReason { get; init; }

    /// <summary>The operation as the engine counts it.</summary>
    public Entry ToEntry() => new(
        RulesetId, LocationId, EntryAt, Paid == 1,
        new((int)FreeAdults, (int)PaidAdults, (int)FreeChildren, (int)PaidChildren, (int)YoungChildren),
        Status == OperationStatus.Reversed);

    /// <summary>The operation with the fee.</summary>
    public OperationRow WithFee(Price? fee) =>
        this with { FeeAmount = fee?.Amount.ToString(CultureInfo.InvariantCulture), FeeCurrency = fee?.Currency };
}

/// <summary>Status of an operation. COMPLETED and REVERSED are in the Access Control description; the lab adds the others.</summary>
public static class OperationStatus
{
    /// <summary>Checked, not yet confirmed.</summary>
    public const string Created = "CREATED";

    /// <summary>A successful entry.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Refused.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>Reversed; no longer counts.</summary>
    public const string Reversed = "REVERSED";

    /// <summary>Not confirmed in time.</summary>
    public const string Expired = "EXPIRED";
}

/// <summary>Type of an entry. The names are the lab's.</summary>
public static class OperationType
{
    /// <summary>MACS decided.</summary>
    public const string Online = "ONLINE";

    /// <summary>The device decided by BIN range.</summary>
    public const string OfflineBin = "OFFLINE_BIN";

    /// <summary>The device decided by whitelist.</summary>
    public const string OfflineWhitelist = "OFFLINE_WHITELIST";
}
