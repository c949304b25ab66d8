namespace PairingLab.AccessControl.Engine;

/// <summary>
/// The access control engine: rulesets, BIN table, locations and currency rates, indexed for quick decisions. It is immutable and does no
/// I/O.
/// </summary>
public sealed class RuleBook
{
    private readonly Ruleset[] rulesets;
    private readonly Dictionary<string, Place> places;
    private readonly CardIndex cards;
    private readonly IReadOnlyDictionary<string, decimal> rates;

    /// <summary>A book of these rules.</summary>
    /// <param name="rulesets">Rulesets, in any order; they are evaluated in the order of their priorities, then of their ids.</param>
    /// <param name="issuers">The BIN table.</param>
    /// <param name="locations">The locations.</param>
    /// <param name="rates">The value of one unit of each currency, in a common currency.</param>
    public RuleBook(
        IEnumerable<Ruleset> rulesets, IEnumerable<IssuerRange> issuers, IEnumerable<Location> locations,
        IReadOnlyDictionary<string, decimal> rates)
    {
        this.rulesets = [.. rulesets.OrderBy(r => r.Priority).ThenBy(r => r.Id)];
        this.rates = rates;
        cards = new(this.rulesets, [.. issuers]);
        places = locations.ToDictionary(l => l.Id, l => new Place(l, RulesetsAt(l)), StringComparer.Ordinal);
    }

    /// <summary>The rulesets in their order.</summary>
    public IReadOnlyList<Ruleset> Rulesets => rulesets;

    /// <summary>The ruleset of that id; null when there is none.</summary>
    public Ruleset? Ruleset(long id) => Array.Find(rulesets, r => r.Id == id);

    /// <summary>The location of that id; null when there is none.</summary>
    public Location? Location(string id) => places.TryGetValue(id, out var place) ? place.Location : null;

    /// <summary>The row of the BIN table for a card; null when there is none.</summary>
    public IssuerRange? IssuerOf(ulong pan) => cards.IssuerOf(pan);

    /// <summary>The rulesets that apply to a card at a place and time, in their order.</summary>
    public IReadOnlyList<Ruleset> Applicable(ulong pan, string? product, string locationId, DateTimeOffset at) =>
        places.TryGetValue(locationId, out var place) ? Applicable(cards.SegmentOf(pan), product, place, at) : [];

    /// <summary>The row of the BIN table for a card of whose number only the BIN is known; null when there is none.</summary>
    public IssuerRange? IssuerOfBin(string bin) => cards.Issuer(cards.SegmentsOf(bin)[0]);

    /// <summary>
    /// The ruleset that admitted a card of which only the BIN is known; null when there is none. It is the first that covers every card of
    /// the BIN, or that decided about this card before; otherwise the first that covers some of them.
    /// </summary>
    public Ruleset? OfBin(string bin, string? product, string locationId, DateTimeOffset at, IReadOnlyCollection<long> judgedBy)
    {
        if (!places.TryGetValue(locationId, out var place))
        {
            return null;
        }

        var segments = cards.SegmentsOf(bin).ConvertAll(s => Applicable(s, product, place, at));
        var some = segments.SelectMany(s => s).Where(r => !r.Rpm).Distinct().OrderBy(r => r.Priority).ThenBy(r => r.Id).ToList();
        return some.Find(r => judgedBy.Contains(r.Id) || segments.TrueForAll(s => s.Contains(r))) ?? some.FirstOrDefault();
    }

    /// <summary>
    /// Decides a tap. Of the rulesets that apply, the first one that gives a free entry decides; else the first that gives a paid
    /// one; else the first one's refusal.
    /// </summary>
    /// <param name="tap">The tap.</param>
    /// <param name="looked">Is told of each ruleset that was looked at, and its decision; null when nobody asks.</param>
    public Decision Decide(in Tap tap, Action<Ruleset, Decision>? looked = null)
    {
        if (!places.TryGetValue(tap.LocationId, out var place))
        {
            return new(Verdict.Refused, null, Rule.NoRuleset);
        }

        if (Cooldown.Holds(place.Location, tap))
        {
            return new(Verdict.Refused, null, Rule.Cooldown);
        }

        var segment = cards.SegmentOf(tap.Pan);
        var product = tap.Product ?? cards.Issuer(segment)?.Product;
        Decision? best = null;
        foreach (var index in new RulesetSet(cards.RulesetsOf(segment), place.Rulesets))
        {
            var ruleset = rulesets[index];
            if (!Holds(ruleset, product, tap.At))
            {
                continue;
            }

            var decision = RulesetEvaluation.Of(ruleset, tap, rates);
            looked?.Invoke(ruleset, decision);
            if (decision.Verdict == Verdict.Free)
            {
                return decision;
            }

            best = best is null || (best.Value.Verdict == Verdict.Refused && decision.Verdict == Verdict.Paid) ? decision : best;
        }

        return best ?? new(Verdict.Refused, null, Rule.NoRuleset);
    }

    /// <summary>The first condition that keeps a ruleset from a card at a place and time; null when it applies.</summary>
    public string? WhyNot(Ruleset ruleset, ulong pan, string? product, string locationId, DateTimeOffset at)
    {
        var (issuer, location) = (IssuerOf(pan), Location(locationId));
        return at < ruleset.ValidFrom ? "not valid yet"
            : at >= ruleset.ValidTo ? "not valid any more"
            : location is null ? "no such location"
            : !ruleset.Services.IsEmpty && !ruleset.Services.Contains(location.Service) ? "for other services"
            : !ruleset.LocationCountries.IsEmpty && !ruleset.LocationCountries.Contains(location.Country)
                ? "for locations of other countries"
            : !ruleset.Locations.IsEmpty && !ruleset.Locations.Contains(location.Id) ? "for other locations"
            : !cards.IsFor(Array.IndexOf(rulesets, ruleset), pan)
                ? issuer is null ? "for other cards; the BIN table does not know this one"
                    : "for cards of other issuers, countries or BIN ranges"
            : !ruleset.IsFor(product ?? issuer?.Product)
                ? product is null && issuer?.Product is null ? "for some products only, and this card's product is unknown"
                    : "for other products"
            : null;
    }

    /// <summary>The BIN ranges of the cards that some ruleset of a location can let in now, joined where they touch.</summary>
    public IReadOnlyList<BinRange> FallbackRanges(string locationId, DateTimeOffset at)
    {
        if (!places.TryGetValue(locationId, out var place))
        {
            return [];
        }

        var active = place.Rulesets.ToArray();
        for (var i = 0; i < rulesets.Length; i++)
        {
            if (at < rulesets[i].ValidFrom || at >= rulesets[i].ValidTo)
            {
                active[i / 64] &= ~(1UL << (i % 64));
            }
        }

        return cards.RangesOf(active);
    }

    private List<Ruleset> Applicable(int segment, string? product, Place place, DateTimeOffset at)
    {
        var found = new List<Ruleset>();
        foreach (var index in new RulesetSet(cards.RulesetsOf(segment), place.Rulesets))
        {
            if (Holds(rulesets[index], product ?? cards.Issuer(segment)?.Product, at))
            {
                found.Add(rulesets[index]);
            }
        }

        return found;
    }

    private static bool Holds(Ruleset ruleset, string? product, DateTimeOffset at) =>
        at >= ruleset.ValidFrom && at < ruleset.ValidTo && ruleset.IsFor(product);

    private ulong[] RulesetsAt(Location location)
    {
        var bits = new ulong[(rulesets.Length + 63) / 64];
        for (var i = 0; i < rulesets.Length; i++)
        {
            var r = rulesets[i];
            if ((r.Services.IsEmpty || r.Services.Contains(location.Service))
                && (r.LocationCountries.IsEmpty || r.LocationCountries.Contains(location.Country))
                && (r.Locations.IsEmpty || r.Locations.Contains(location.Id)))
            {
                bits[i / 64] |= 1UL << (i % 64);
            }
        }

        return bits;
    }
}

/// <summary>A location and the rulesets that are valid there (one bit each, in their order).</summary>
internal sealed record Place(Location Location, ulong[] Rulesets);
