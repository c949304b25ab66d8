using System.Globalization;
using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>What is to be paid for an entry.</summary>
/// <param name="Items">What it consists of; empty for a free entry.</param>
/// <param name="Totals">The sum in each currency.</param>
public sealed record EntryCharge(IReadOnlyList<ChargeItem> Items, IReadOnlyList<Price> Totals)
{
    /// <summary>The charge of a confirmed entry.</summary>
    internal static EntryCharge Of(OperationRow operation, Ruleset ruleset, GuestCount guests)
    {
        var fee = operation.FeeAmount is { } amount
            ? new Price(decimal.Parse(amount, CultureInfo.InvariantCulture), operation.FeeCurrency!) : null;
        var items = new List<ChargeItem>();
        Add(ChargeItem.Cardholder, operation.Paid == 1 ? 1 : 0, fee);
        Add(ChargeItem.AdultGuest, guests.PaidAdults, ruleset.Adults?.Paid?.Fee);
        Add(ChargeItem.ChildGuest, guests.PaidChildren, ruleset.Children?.Paid?.Fee);
        var totals = items.GroupBy(i => i.Fee.Currency, StringComparer.Ordinal).Select(g => new Price(g.Sum(i => i.Amount), g.Key));
        return new(items, [.. totals]);

        void Add(string who, int count, Price? each)
        {
            if (count > 0 && each is not null)
            {
                items.Add(new(who, count, each, count * each.Amount));
            }
        }
    }

    /// <summary>The text in the database.</summary>
    internal string ToText() => JsonSerializer.Serialize(this, LabJson.Options);

    /// <summary>Reads what <see cref="ToText"/> wrote; an entry of an older database has none.</summary>
    internal static EntryCharge? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<EntryCharge>(text, LabJson.Options);
}

/// <summary>A part of a charge.</summary>
/// <param name="Who">CARDHOLDER, ADULT_GUEST or CHILD_GUEST.</param>
/// <param name="Count">How many of them pay.</param>
/// <param name="Fee">What one pays.</param>
/// <param name="Amount">What all of them pay, in the currency of the fee.</param>
public sealed record ChargeItem(string Who, int Count, Price Fee, decimal Amount)
{
    internal const string Cardholder = "CARDHOLDER";
    internal const string AdultGuest = "ADULT_GUEST";
    internal const string ChildGuest = "CHILD_GUEST";
}
