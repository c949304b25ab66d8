using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Rules;

/// <summary>
/// The filters and the order of the list of rules. An empty list of a rule puts no condition, so such a rule matches every filter of that
/// kind.
/// </summary>
internal static class RuleFilter
{
    public static readonly string[] States = ["Active", "Not yet active", "Expired"];

    public static Sorting SortingOf(FormValues query) => Sorting.Of(query, "name", "from", "to", "modified");

    public static Page<RulesetRow> Of(
        IEnumerable<RulesetRow> rows, FormValues query, IReadOnlyCollection<LocationRow> locations, DateTimeOffset now)
    {
        var (sorting, number) = (SortingOf(query), Paging.Asked(query));
        CountryCode.Asked(query);
        ProductFilter.Product(query);
        ProductFilter.Ica(query);
        if (query.Has("location") && locations.All(l => l.Id != query["location"]))
        {
            query.Fail("location", "There is no such location; choose one of the list.");
        }

        query.OneOf("service", "service", Enum.GetNames<Service>());
        query.OneOf("state", "validity", States);
        var found = (query.IsValid ? rows : []).Select(row => (Row: row, Rule: row.Ruleset)).Where(r => Matches(r.Rule, query, now));
        var sorted = sorting.Column switch
        {
            "from" => Order(found, r => r.Rule.ValidFrom, sorting.Down),
            "to" => Order(found, r => r.Rule.ValidTo, sorting.Down),
            "modified" => Order(found, r => r.Row.ModifiedAt, sorting.Down),
            _ => Order(found, r => r.Rule.Name, sorting.Down),
        };
        return Paging.Of(sorted.ThenBy(r => r.Row.Id).Skip((number - 1) * Paging.Size).Take(Paging.Size + 1).Select(r => r.Row).ToList(),
            number);
    }

    public static string StateOf(Ruleset rule, DateTimeOffset now) =>
        now < rule.ValidFrom ? States[1] : now < rule.ValidTo ? States[0] : States[2];

    private static bool Matches(Ruleset r, FormValues query, DateTimeOffset now) =>
        r.Name.Contains(query["name"], StringComparison.OrdinalIgnoreCase)
        && Has(r.Countries, query["country"].ToUpperInvariant()) && Has(r.Products, query["product"].ToUpperInvariant())
        && Has(r.Icas.Select(i => i.Ica), query["ica"])
        && Has(r.Services.Select(s => s.ToString()), query["service"]) && Has(r.Locations, query["location"])
        && (query["state"].Length == 0 || StateOf(r, now) == query["state"]);

    private static bool Has(IEnumerable<string> all, string asked) => asked.Length == 0 || !all.Any() || all.Contains(asked);

    private static IOrderedEnumerable<(RulesetRow Row, Ruleset Rule)> Order<T>(IEnumerable<(RulesetRow Row, Ruleset Rule)> rows,
        Func<(RulesetRow Row, Ruleset Rule), T> by, bool down) =>
        down ? rows.OrderByDescending(by) : rows.OrderBy(by);
}
