using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.Exploration;

/// <summary>Lives random days, made of the acts of people, cables and power, and shortens a day that goes wrong.</summary>
internal static class RandomDays
{
    /// <summary>Lives so many days; fails when one throws, or when together they never met what is needed.</summary>
    /// <param name="acts">An act.</param>
    /// <param name="length">How many acts a day has.</param>
    /// <param name="days">How many days.</param>
    /// <param name="live">Lives a day from its beginning, looks after each act that the invariants hold, and gives what was met, and how often.</param>
    /// <param name="needed">What must have been met: an exploration that never gets anywhere would prove nothing.</param>
    public static void Live<TAct>(Gen<TAct> acts, Range length, int days, Func<TAct[], IEnumerable<KeyValuePair<string, int>>> live, params string[] needed)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        var day = Arb.From(from size in Gen.Choose(length.Start.Value, length.End.Value) from all in acts.ArrayOf(size) select all, Shorter);
        Prop.ForAll(day, all =>
        {
            foreach (var (what, count) in live(all))
            {
                met[what] = met.GetValueOrDefault(what) + count;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(days));
        needed.Except(met.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Half of it, then without one act after the other.</summary>
    private static IEnumerable<TAct[]> Shorter<TAct>(TAct[] acts)
    {
        for (var size = acts.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= acts.Length; from += size)
            {
                yield return [.. acts[..from], .. acts[(from + size)..]];
            }
        }
    }
}
