using System.Globalization;

namespace PairingLab.AccessControl.Engine;

/// <summary>
/// All card numbers cut into segments at the ends of every BIN range, so that within one segment all cards have the same issuer and
/// the same rulesets. A card's segment is found by binary search.
/// </summary>
internal sealed class CardIndex
{
    private readonly Ruleset[] rulesets;
    private readonly ulong[] starts;
    private readonly IssuerRange?[] issuers;
    private readonly HashSet<int> named = [];
    private readonly ulong[] bits;
    private readonly int words;

    public CardIndex(Ruleset[] rulesets, IssuerRange[] table)
    {
        this.rulesets = rulesets;
        words = (rulesets.Length + 63) / 64;
        starts = Cut([.. table.Select(i => i.Range), .. rulesets.SelectMany(r => r.Icas).SelectMany(i => i.Ranges)]);
        issuers = new IssuerRange?[starts.Length];
        foreach (var issuer in table)
        {
            for (var s = First(issuer.Range); s < starts.Length && starts[s] <= PanNumber.Highest(issuer.Range.High); s++)
            {
                issuers[s] = issuer;
            }
        }

        named.UnionWith(rulesets.SelectMany(r => r.Icas).SelectMany(i => i.Ranges).SelectMany(Within));
        bits = new ulong[starts.Length * words];
        var byIca = SegmentsBy(i => i.Ica);
        var byCountry = SegmentsBy(i => i.Country);
        for (var i = 0; i < rulesets.Length; i++)
        {
            foreach (var segment in SegmentsOf(rulesets[i], byIca, byCountry))
            {
                bits[(segment * words) + (i / 64)] |= 1UL << (i % 64);
            }
        }
    }

    public int SegmentOf(ulong pan)
    {
        var at = Array.BinarySearch(starts, pan);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>
    /// The segments of cards with these first digits: those with an issuer or in a range of a ruleset, or the first one when there is none.
    /// </summary>
    public List<int> SegmentsOf(string beginning)
    {
        var (first, last) = (SegmentOf(PanNumber.Lowest(beginning)), SegmentOf(PanNumber.Highest(beginning)));
        var issued = Enumerable.Range(first, last - first + 1).Where(s => issuers[s] is not null || named.Contains(s)).ToList();
        return issued.Count > 0 ? issued : [first];
    }

    public IssuerRange? Issuer(int segment) => issuers[segment];

    public IssuerRange? IssuerOf(ulong pan) => issuers[SegmentOf(pan)];

    public ReadOnlySpan<ulong> RulesetsOf(int segment) => bits.AsSpan(segment * words, words);

    /// <summary>Whether a ruleset is for a card, as far as its number tells.</summary>
    public bool IsFor(int ruleset, ulong pan) =>
        ruleset >= 0 && (RulesetsOf(SegmentOf(pan))[ruleset / 64] & (1UL << (ruleset % 64))) != 0;

    public List<BinRange> RangesOf(ReadOnlySpan<ulong> active)
    {
        var found = new List<BinRange>();
        var from = -1;
        for (var s = 0; s <= starts.Length; s++)
        {
            var speaks = s < starts.Length && Speaks(s, active);
            if (speaks && from < 0)
            {
                from = s;
            }
            else if (!speaks && from >= 0)
            {
                found.Add(new(Text(starts[from]), Text(s < starts.Length ? starts[s] - 1 : PanNumber.Highest(""))));
                from = -1;
            }
        }

        return found;
    }

    /// <summary>
    /// Whether a ruleset can admit a card of the segment. Where the BIN table has no product, only the acquirer knows it, so any product is
    /// possible; a ruleset of the RPM service admits nobody. Cards that neither the BIN table nor a ruleset names are left out: a ruleset
    /// for everybody would make the list a list of all numbers.
    /// </summary>
    private bool Speaks(int segment, ReadOnlySpan<ulong> active)
    {
        var issuer = issuers[segment];
        foreach (var i in new RulesetSet(RulesetsOf(segment), active))
        {
            var isNamed = issuer is not null || !rulesets[i].Icas.IsEmpty;
            if (isNamed && !rulesets[i].Rpm && (issuer?.Product is null || rulesets[i].IsFor(issuer.Product)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(ulong pan) => pan.ToString("D19", CultureInfo.InvariantCulture);

    private static ulong[] Cut(IEnumerable<BinRange> ranges)
    {
        var cuts = new SortedSet<ulong> { 0 };
        foreach (var range in ranges)
        {
            cuts.Add(PanNumber.Lowest(range.Low));
            cuts.Add(PanNumber.Highest(range.High) + 1);
        }

        return [.. cuts];
    }

    private int First(BinRange range) => Array.BinarySearch(starts, PanNumber.Lowest(range.Low));

    private Dictionary<string, List<int>> SegmentsBy(Func<IssuerRange, string> key)
    {
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var s = 0; s < issuers.Length; s++)
        {
            if (issuers[s] is { } issuer)
            {
                if (!found.TryGetValue(key(issuer), out var list))
                {
                    found[key(issuer)] = list = [];
                }

                list.Add(s);
            }
        }

        return found;
    }

    /// <summary>
    /// A ruleset's own BIN ranges decide: the BIN table need not know them, and only where it gives the cards to another issuer, or to
    /// another country, do they not count. An ICA without ranges means what the BIN table has under it.
    /// </summary>
    private IEnumerable<int> SegmentsOf(Ruleset ruleset, Dictionary<string, List<int>> byIca, Dictionary<string, List<int>> byCountry)
    {
        if (ruleset.Icas.IsEmpty)
        {
            return ruleset.Countries.IsEmpty ? Enumerable.Range(0, starts.Length)
                : ruleset.Countries.SelectMany(c => byCountry.GetValueOrDefault(c, []));
        }

        var segments = ruleset.Icas.SelectMany(i => i.Ranges.IsEmpty
            ? byIca.GetValueOrDefault(i.Ica, [])
            : i.Ranges.SelectMany(Within).Where(s => issuers[s] is null || issuers[s]!.Ica == i.Ica));
        return ruleset.Countries.IsEmpty ? segments
            : segments.Where(s => issuers[s] is null || ruleset.Countries.Contains(issuers[s]!.Country));
    }

    private IEnumerable<int> Within(BinRange range)
    {
        var last = PanNumber.Highest(range.High);
        for (var s = First(range); s < starts.Length && starts[s] <= last; s++)
        {
            yield return s;
        }
    }
}
