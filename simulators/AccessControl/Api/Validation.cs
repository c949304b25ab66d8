using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Api;

/// <summary>Checks what clients want to add: null when it is valid, otherwise what is wrong.</summary>
internal static class Validation
{
    /// <summary>A thousand million: a larger amount is a typing error, and sums of such amounts are still numbers.</summary>
    private const decimal MostMoney = 1_000_000_000m;

    public static string? Issuer(IssuerRange issuer) =>
        issuer.Range is not { IsSound: true }
            ? "range must have low and high, each the first 6 to 19 digits of a card number, in order"
        : string.IsNullOrWhiteSpace(issuer.Ica) || string.IsNullOrWhiteSpace(issuer.IssuerName) ? "ica and issuerName are required"
        : !CountryCode.IsCode(issuer.Country ?? "") ? "country must be a three-letter code in capitals, such as POL"
        : null;

    public static string? Rate(RateRequest rate) =>
        rate is { Currency: { } currency, NumericCode: { } number, Rate: > 0 and <= MostMoney } && Currencies.NumberOf(currency) == number
            ? null
            : "a rate has a currency of ISO 4217 (USD), its numericCode (840) and a rate above zero";

    public static string? Serial(string? serial) =>
        serial is { Length: > 0 and <= 64 } && serial.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') ? null
        : "serial must have 1 to 64 letters, digits and dashes";

    public static string? Location(LocationRow l) =>
        l is { Name: null } or { PostalCode: null } or { City: null } or { Address: null }
            ? "name, postalCode, city and address must be texts, or left out"
        : l.Id is not { Length: > 0 and <= 64 } ? "id must have 1 to 64 characters"
        : !CountryCode.IsCode(l.Country ?? "") ? "country must be a three-letter code in capitals, such as POL"
        : !Enum.TryParse<Service>(l.Service, out _) || int.TryParse(l.Service, out _) ? "service must be FastLine or Lounge"
        : l.CooldownMinutes is < 1 or > 525_600 ? "cooldownMinutes must be from 1 to 525600, or left out"
        : null;

    public static string? Ruleset(Ruleset r) =>
        string.IsNullOrWhiteSpace(r.Name) ? "name is required"
        : r.Description is null ? "description must be a text, or left out"
        : r.Priority < 0 ? "priority must not be negative"
        : r.ValidTo <= r.ValidFrom ? "validTo must be after validFrom"
        : r.Cardholder is not { } c || (c.Free is null && c.Paid is null) ? "cardholder must have free or paid entries, or both"
        : Lists(r) ?? Icas(r) ?? Price("cardholder.paid", c.Paid) ?? Limit("cardholder.free.most", c.Free?.Most)
        ?? Days("cardholder.periodDays", c.PeriodDays)
            ?? Limit("cardholder.mostPerLocation", c.MostPerLocation) ?? Limit("mostUsages", r.MostUsages)
            ?? Days("usagePeriodDays", r.UsagePeriodDays)
            ?? Guests("adults", r.Adults) ?? Guests("children", r.Children) ?? Spend(r.Spend);

    private static string? Lists(Ruleset r) =>
        r.Countries.IsDefault || r.Products.IsDefault || r.Icas.IsDefault || r.Services.IsDefault || r.LocationCountries.IsDefault
        || r.Locations.IsDefault
            ? "countries, products, icas, services, locationCountries and locations must be lists, or left out"
            : new[] { r.Countries, r.Products, r.LocationCountries, r.Locations }.Any(l => l.Any(string.IsNullOrWhiteSpace))
            ? "countries, products, locationCountries and locations must be lists of texts, none of them empty"
            : r.Countries.Concat(r.LocationCountries).FirstOrDefault(c => !CountryCode.IsCode(c)) is { } bad
            ? $"country '{bad}' must be a three-letter code in capitals, such as POL"
            : r.Services.Any(s => !Enum.IsDefined(s)) ? "services must be FastLine or Lounge"
            : null;

    private static string? Icas(Ruleset r) =>
        r.Icas.Any(i => i is null || string.IsNullOrWhiteSpace(i.Ica) || i.Ranges.Any(b => b is null))
        ? "each of icas must have an ica, and ranges with low and high, or no ranges"
        : r.Icas.SelectMany(i => i.Ranges.IsDefault ? [] : i.Ranges).FirstOrDefault(range => !range.IsSound) is { } bad
        ? $"BIN range {bad.Low} to {bad.High}: each end is the first 6 to 19 digits of a card number, in order"
        : null;

    private static string? Guests(string who, GuestRule? rule) =>
        rule is null ? null
        : rule.MostPerFlight is < 0 or > 99 ? $"{who}.mostPerFlight must be from 0 to 99"
        : rule.FreeUnderAge is < 0 or > 99 ? $"{who}.freeUnderAge must be from 0 to 99, or left out"
        : Price($"{who}.paid", rule.Paid) ?? Limit($"{who}.free.most", rule.Free?.Most) ?? Limit($"{who}.paid.most", rule.Paid?.Most);

    private static string? Spend(SpendRule? spend) =>
        spend is null ? null
        : spend.Mccs.Any(m => m is not { Length: 4 } || !m.All(char.IsAsciiDigit)) ? "spend.mccs must be codes of four digits"
        : spend.Amount is not { Amount: > 0 and <= MostMoney } || !Currencies.Exists(spend.Amount.Currency)
            ? $"spend.amount needs an amount above zero, at most {MostMoney}, and a currency of ISO 4217, such as EUR"
        : spend.GraceDays is < 0 or > 366 ? "spend.graceDays must be from 0 to 366"
        : Days("spend.periodDays", spend.PeriodDays);

    private static string? Price(string what, PaidEntries? paid) =>
        paid is null || (paid is { Fee.Amount: > 0 and <= MostMoney, Most: null or >= 0 } && Currencies.Exists(paid.Fee.Currency))
            ? null
            : $"{what} needs a fee with an amount above zero, at most {MostMoney}, and a currency of ISO 4217, such as EUR, "
                + "and no negative maximum";

    private static string? Limit(string what, int? most) => most is < 0 ? $"{what} must not be negative" : null;

    private static string? Days(string what, int? days) => days is < 1 or > 3_660 ? $"{what} must be from 1 to 3660 days" : null;
}
