using System.Globalization;
using Dapper;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>The visits left to a card under the ruleset of its latest entry.</summary>
/// <param name="Ruleset">The ruleset; null when no ruleset has decided about the card yet.</param>
/// <param name="Free">Free entries left; null for unlimited.</param>
/// <param name="Paid">Paid entries left; null for unlimited.</param>
public sealed record CardVisits(Ruleset? Ruleset, int? Free, int? Paid)
{
    private static readonly CardVisits None = new(null, 0, 0);

    /// <summary>The number as people read it; empty without a ruleset.</summary>
    public string Text(int? left) => Ruleset is null ? "" : left?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";

    /// <summary>The visits left to some cards, by the hashes of their numbers.</summary>
    public static Dictionary<string, CardVisits> Of(MacsSession session, IReadOnlyCollection<string> hashes, DateTimeOffset now)
    {
        if (hashes.Count == 0)
        {
            return [];
        }

        // One parameter each: Dapper's list expansion changes the text, which the prepared statements of SQLite do not support.
        var values = new DynamicParameters();
        var names = hashes.Select((hash, i) =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"h{i}");
            values.Add(name, hash);
            return $"@{name}";
        }).ToList();
        var operations = session.Query<OperationRow>(
            $"""
            select pan_hash, ruleset_id, location_id, entry_at, paid, status,
            free_adults, paid_adults, free_children, paid_children, young_children
            from operations where pan_hash in ({string.Join(", ", names)}) and ruleset_id > 0 order by requested_at, id
            """,
            values).ToLookup(o => o.PanHash, StringComparer.Ordinal);
        var rulesets = session.Query<RulesetRow>("select * from rulesets").ToDictionary(r => r.Id, r => r.Ruleset);
        return hashes.ToDictionary(h => h, h => Of([.. operations[h]], rulesets, now), StringComparer.Ordinal);
    }

    private static CardVisits Of(List<OperationRow> operations, Dictionary<long, Ruleset> rulesets, DateTimeOffset now)
    {
        if (operations.LastOrDefault() is not { } latest || !rulesets.TryGetValue(latest.RulesetId, out var ruleset))
        {
            return None;
        }

        var count = EntryCount.Of(ruleset, operations.FindAll(o => o.Status == OperationStatus.Completed).ConvertAll(o => o.ToEntry()),
            latest.LocationId, now);
        return new(
            ruleset, ruleset.Cardholder.Free is { } free ? EntryCount.Left(free.Most, count.Free) : 0,
            ruleset.Cardholder.Paid is { } paid ? EntryCount.Left(paid.Most, count.Paid) : 0);
    }
}
