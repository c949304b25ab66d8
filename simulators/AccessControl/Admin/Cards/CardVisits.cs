using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>What a card may still do under the ruleset of its latest entry.</summary>
/// <param name="Ruleset">That ruleset; null when no ruleset has decided about the card yet.</param>
/// <param name="Free">Free entries left; null for unlimited.</param>
/// <param name="Paid">Paid entries left; null for unlimited.</param>
public sealed record CardVisits(Ruleset? Ruleset, int? Free, int? Paid)
{
    private static readonly CardVisits None = new(null, 0, 0);

    /// <summary>How many, as people read it; empty when no ruleset says.</summary>
    public string Text(int? left) => Ruleset is null ? "" : left?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unlimited";

    /// <summary>Those of some cards, by the hashes of their numbers.</summary>
    public static Dictionary<string, CardVisits> Of(MacsSession session, IReadOnlyCollection<string> hashes, DateTimeOffset now)
    {
        var operations = session.Query<OperationRow>(
            """
            select pan_hash, ruleset_id, location_id, entry_at, paid, status, free_adults, paid_adults, free_children, paid_children, young_children
            from operations where pan_hash in @hashes and ruleset_id > 0 order by requested_at
            """,
            new { hashes }).ToLookup(o => o.PanHash, StringComparer.Ordinal);
        var rulesets = session.Query<RulesetRow>("select * from rulesets where id in @ids", new { ids = operations.SelectMany(o => o).Select(o => o.RulesetId).Distinct().Append(0) })
            .ToDictionary(r => r.Id, r => r.Ruleset);
        return hashes.ToDictionary(h => h, h => Of([.. operations[h]], rulesets, now), StringComparer.Ordinal);
    }

    private static CardVisits Of(List<OperationRow> operations, Dictionary<long, Ruleset> rulesets, DateTimeOffset now)
    {
        if (operations.LastOrDefault() is not { } latest || !rulesets.TryGetValue(latest.RulesetId, out var ruleset))
        {
            return None;
        }

        var count = EntryCount.Of(ruleset, operations.FindAll(o => o.Status == OperationStatus.Completed).ConvertAll(o => o.ToEntry()), latest.LocationId, now);
        return new(
            ruleset, ruleset.Cardholder.Free is { } free ? EntryCount.Left(free.Most, count.Free) : 0,
            ruleset.Cardholder.Paid is { } paid ? EntryCount.Left(paid.Most, count.Paid) : 0);
    }
}
