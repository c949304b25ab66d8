using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.Exploration;

/// <summary>Lives random days, made of the acts of people, cables and power, and shortens a day that goes wrong.</summary>
internal static class RandomDays
{
    /// <summary>Lives the given number of days; fails when one throws, or when together they never met what is needed.</summary>
    /// <param name="acts">An act.</param>
    /// <param name="length">How many acts a day has.</param>
    /// <param name="days">How many days.</param>
    /// <param name="live">Lives a day from its beginning, looks after each act that the invariants hold,
    /// and gives what was met, and how often.</param>
    /// <param name="needed">What must have been met: an exploration that never gets anywhere would prove nothing.</param>
    public static void Live<TAct>(
        Gen<TAct> acts, Range length, int days, Func<TAct[], IEnumerable<KeyValuePair<string, int>>> live, params string[] needed) =>
        Live(acts, length, days, live, null, needed);

    /// <summary>The same, and a day that goes wrong is told as a scenario, ready to be kept among the features.</summary>
    /// <param name="acts">An act.</param>
    /// <param name="length">How many acts a day has.</param>
    /// <param name="days">How many days.</param>
    /// <param name="live">Lives a day.</param>
    /// <param name="told">The words of a day; null when there are none.</param>
    /// <param name="needed">What must have been met.</param>
    public static void Live<TAct>(
        Gen<TAct> acts,
        Range length,
        int days,
        Func<TAct[], IEnumerable<KeyValuePair<string, int>>> live,
        DayWords<TAct>? told,
        params string[] needed)
    {
        TAct[] wrong = [];
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        var day = Arb.From(
            from size in Gen.Choose(length.Start.Value, length.End.Value)
            from all in acts.ArrayOf(size)
            select all,
            Shorter);
        var property = Prop.ForAll(day, all =>
        {
            try
            {
                foreach (var (what, count) in live(all))
                {
                    met[what] = met.GetValueOrDefault(what) + count;
                }
            }
            catch
            {
                // The last that goes wrong is the shortest that was found.
                wrong = all;
                throw;
            }
        });
        try
        {
            property.Check(Config.QuickThrowOnFailure.WithMaxTest(days));
        }
        catch (Exception e) when (told is not null && wrong.Length > 0)
        {
            throw new InvalidOperationException($"{e.Message}\n\n{Scenario(told.Beginning.Concat(wrong.SelectMany(told.Of)))}", e);
        }

        needed.Except(met.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static string Scenario(IEnumerable<string> steps) =>
        $"    Scenario: What an exploration found\n{string.Concat(steps.Select(s => $"      {s}\n"))}";

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

/// <summary>How a day is told in the steps of the features.</summary>
/// <param name="Beginning">The steps with which every day begins, each with its keyword.</param>
/// <param name="Of">An act as steps, each with its keyword; a comment where there is no step for it.</param>
internal sealed record DayWords<TAct>(IReadOnlyList<string> Beginning, Func<TAct, IEnumerable<string>> Of);
