using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Api;

/// <summary>What is wrong with something that is to be added; null when nothing is.</summary>
internal static class WhyNot
{
    public static string? Serial(string? serial) =>
        serial is { Length: > 0 and <= 64 } && serial.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') ? null : "serial must have 1 to 64 letters, digits and dashes";

    public static string? Location(LocationRow l) =>
        l.Id.Length is 0 or > 64 ? "id must have 1 to 64 characters"
        : l.Country.Length != 3 ? "country must be a three-letter code, such as POL"
        : !Enum.TryParse<Service>(l.Service, out _) || int.TryParse(l.Service, out _) ? "service must be FastLine or Lounge"
        : l.CooldownMinutes is < 1 or > 525_600 ? "cooldownMinutes must be from 1 to 525600, or left out"
        : null;

    public static string? Ruleset(Ruleset r) =>
        string.IsNullOrWhiteSpace(r.Name) ? "name is required"
        : r.ValidTo <= r.ValidFrom ? "validTo must be after validFrom"
        : r.Cardholder is not { } c || (c.Free is null && c.Paid is null) ? "cardholder must have free or paid entries, or both"
        : Lists(r) ?? Icas(r) ?? Price("cardholder.paid", c.Paid) ?? Limit("cardholder.free.most", c.Free?.Most) ?? Days("cardholder.periodDays", c.PeriodDays)
            ?? Limit("cardholder.mostPerLocation", c.MostPerLocation) ?? Limit("mostUsages", r.MostUsages) ?? Days("usagePeriodDays", r.UsagePeriodDays)
            ?? Guests("adults", r.Adults) ?? Guests("children", r.Children) ?? Spend(r.Spend);

    private static string? Lists(Ruleset r) =>
        r.Countries.IsDefault || r.Products.IsDefault || r.Icas.IsDefault || r.Services.IsDefault || r.LocationCountries.IsDefault || r.Locations.IsDefault
            ? "countries, products, icas, services, locationCountries and locations must be lists, or left out"
            : null;

    private static string? Icas(Ruleset r) => r.Icas.SelectMany(i => i.Ranges.IsDefault ? [] : i.Ranges).FirstOrDefault(range => !range.IsSound) is { } bad
        ? $"BIN range {bad.Low} to {bad.High}: each end is the first 6 to 19 digits of a card number, in order"
        : null;

    private static string? Guests(string who, GuestRule? rule) =>
        rule is null ? null
        : rule.MostPerFlight is < 0 or > 99 ? $"{who}.mostPerFlight must be from 0 to 99"
        : Price($"{who}.paid", rule.Paid) ?? Limit($"{who}.free.most", rule.Free?.Most) ?? Limit($"{who}.paid.most", rule.Paid?.Most);

    private static string? Spend(SpendRule? spend) =>
        spend is null ? null
        : spend.Amount is not { Amount: > 0, Currency.Length: 3 } ? "spend.amount needs an amount above zero and a three-letter currency"
        : spend.GraceDays is < 0 or > 366 ? "spend.graceDays must be from 0 to 366"
        : Days("spend.periodDays", spend.PeriodDays);

    private static string? Price(string what, PaidEntries? paid) =>
        paid is null || paid is { Fee: { Amount: > 0, Currency.Length: 3 }, Most: null or >= 0 }
            ? null
            : $"{what} needs a fee with an amount above zero and a three-letter currency, and no negative maximum";

    private static string? Limit(string what, int? most) => most is < 0 ? $"{what} must not be negative" : null;

    private static string? Days(string what, int? days) => days is < 1 or > 3_660 ? $"{what} must be from 1 to 3660 days" : null;
}
