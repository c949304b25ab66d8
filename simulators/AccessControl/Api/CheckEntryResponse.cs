using System.Text.Json.Serialization;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Api;

/// <summary>Its answer when the card may enter.</summary>
/// <param name="AccessId">Confirms the entry.</param>
/// <param name="Cardholder">What the cardholder pays.</param>
/// <param name="MaxAdultGuests">The most adult guests.</param>
/// <param name="MaxChildGuests">The most children.</param>
/// <param name="FreeVisitsLeft">Free visits left; null for unlimited.</param>
/// <param name="PaidVisitsLeft">Paid visits left; null for unlimited.</param>
/// <param name="ChildrenFreeUnder">Children under this age are free; null for none.</param>
/// <param name="Ruleset">The ruleset that decided.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="ConfirmUntil">Until when it can be confirmed.</param>
/// <param name="AdultGuestFee">What a paid adult guest costs; null when the ruleset has no paid invitations for adults.</param>
/// <param name="ChildGuestFee">What a paid child costs; null when it has none for children.</param>
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
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Price? ChildGuestFee = null);
