using System.Globalization;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Admin.Rules;

/// <summary>A parameter of a rule, as people read it.</summary>
/// <param name="Group">The group in "Adding a new rule" of the Access Control description.</param>
/// <param name="Name">The name of the parameter there.</param>
/// <param name="Value">What it says.</param>
/// <param name="At">The time, for a value that is one.</param>
public sealed record RuleLine(string Group, string Name, string Value, DateTimeOffset? At = null);

/// <summary>Every parameter of a rule under the names of the Access Control description, for the details and the edit history.</summary>
internal static class RuleText
{
    public const string General = "Rule";
    public const string CountryAndProduct = "Country and product";
    public const string Rules = "Rules";
    public const string LocationRules = "Location rules";
    public const string Cost = "Cardholder entry cost";
    public const string Adults = "Adult guests";
    public const string Children = "Children guests";
    public const string Spend = "Spend based control";

    private const string Any = "any";
    private const string Unlimited = "unlimited";

    public static IReadOnlyList<RuleLine> Lines(Ruleset r, IReadOnlyDictionary<string, string> locations) =>
    [
        new(General, "Name", r.Name), new(General, "Description", r.Description),
        new(General, "Priority", Number(r.Priority)),
        new(General, "Valid from", Text(r.ValidFrom), r.ValidFrom), new(General, "Valid to", Text(r.ValidTo), r.ValidTo),
        new(CountryAndProduct, "Country", List(r.Countries)), new(CountryAndProduct, "Product Code", List(r.Products)),
        new(CountryAndProduct, "ICA", List(r.Icas.Select(i => i.Ica))),
        new(CountryAndProduct, "BIN ranges", List(r.Icas.SelectMany(i => i.Ranges.Select(b => $"{i.Ica}: {Range(b)}")))),
        new(Rules, "Services", List(r.Services.Select(s => ServiceName.Of(s.ToString())))),
        new(Rules, "Total number of usage", Limit(r.MostUsages)), new(Rules, "Period of time in days", Days(r.UsagePeriodDays)),
        new(LocationRules, "Country", List(r.LocationCountries)),
        new(LocationRules, "Location", List(r.Locations.Select(l => locations.GetValueOrDefault(l) ?? $"{l} (deleted)"))),
        new(LocationRules, "RPM ruleset", r.Rpm ? "on" : "off"),
        .. Entries(Cost, r.Cardholder.Free, r.Cardholder.Paid), new(Cost, "Period of time in days", Days(r.Cardholder.PeriodDays)),
        new(Cost, "Number of usage per each location", Limit(r.Cardholder.MostPerLocation)),
        .. Guests(Adults, r.Adults), .. Guests(Children, r.Children), .. Spending(r.Spend),
    ];

    /// <summary>What differs between two versions: the parameter, before, after.</summary>
    public static IReadOnlyList<(RuleLine Before, RuleLine After)> Changes(Ruleset before, Ruleset after,
        IReadOnlyDictionary<string, string> locations)
    {
        var now = Lines(after, locations).ToDictionary(l => (l.Group, l.Name));
        var then = Lines(before, locations).ToDictionary(l => (l.Group, l.Name));
        return [.. then.Keys.Union(now.Keys)
            .Select(k => (then.GetValueOrDefault(k) ?? new(k.Group, k.Name, "none"), now.GetValueOrDefault(k)
                ?? new(k.Group, k.Name, "none")))
            .Where(c => c.Item1 != c.Item2)];
    }

    public static string Range(BinRange range) => range.Low == range.High ? range.Low : $"{range.Low}-{range.High}";

    public static string Amount(Price price) => $"{price.Amount.ToString("0.00##", CultureInfo.InvariantCulture)} {price.Currency}";

    private static IEnumerable<RuleLine> Entries(string group, FreeEntries? free, PaidEntries? paid)
    {
        yield return new(group, "Number of free invitations", free is null ? "none" : free.Most is { } f ? Number(f) : Unlimited);
        yield return new(group, "Number of paid invitations", paid is null ? "none" : paid.Most is { } p ? Number(p) : Unlimited);
        yield return new(group, "Amount", paid is null ? "" : Amount(paid.Fee));
    }

    private static IEnumerable<RuleLine> Guests(string group, GuestRule? rule) =>
        rule is null ? [new(group, "Number of guests per flight", "0")]
        : [
            .. Entries(group, rule.Free, rule.Paid), new(group, "Number of guests per flight", Number(rule.MostPerFlight)),
            .. rule.FreeUnderAge is { } age ? [new RuleLine(group, "Free entry for children under", $"{Number(age)} years")]
            : Array.Empty<RuleLine>(),
        ];

    private static IEnumerable<RuleLine> Spending(SpendRule? spend) =>
        spend is null ? [new(Spend, "Amount", "none required")]
        : [
            new(Spend, "Amount", Amount(spend.Amount)), new(Spend, "Period of time (in days)", Number(spend.PeriodDays)),
            new(Spend, "MCC ID", List(spend.Mccs)), new(Spend, "Grace period (in days)", Number(spend.GraceDays)),
        ];

    private static string List(IEnumerable<string> all) => string.Join(", ", all) is { Length: > 0 } text ? text : Any;

    private static string Limit(int? most) => most is { } number ? Number(number) : Unlimited;

    private static string Days(int? days) => days is { } number ? Number(number) : "for ever";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
