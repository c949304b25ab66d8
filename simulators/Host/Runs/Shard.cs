using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using PairingLab.Host.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>A part of the scenarios, when several machines share the work: shard 2 of 5.</summary>
/// <param name="Index">Which one; 1 is the first.</param>
/// <param name="Count">How many there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>How long scenarios took, in seconds, by place; empty when nothing is known. Every machine must know the same.</summary>
    public IReadOnlyDictionary<string, double> Durations { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Reads "2/5"; null when it is not one.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var index, var count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && i >= 1 && i <= n ? new(i, n) : null;

    /// <summary>
    /// The scenarios of this shard: the longest first, each to the shard that has least to do. The order in which they come makes no
    /// difference, so every machine divides them in the same way.
    /// </summary>
    public IReadOnlyList<Pickle> Of(IReadOnlyList<Pickle> scenarios)
    {
        // One that never ran takes as long as the others do on average.
        var known = scenarios.Where(s => Durations.ContainsKey(s.Place)).Select(s => Durations[s.Place]).ToList();
        var usual = known.Count == 0 ? 1 : known.Average();
        var load = new double[Count];
        var mine = new HashSet<Pickle>();
        foreach (var (scenario, seconds) in scenarios.Select(s => (Scenario: s, Seconds: Durations.GetValueOrDefault(s.Place, usual)))
            .OrderByDescending(s => s.Seconds).ThenBy(s => s.Scenario.Place, StringComparer.Ordinal))
        {
            var least = Array.IndexOf(load, load.Min());
            load[least] += seconds;
            if (least == Index - 1)
            {
                mine.Add(scenario);
            }
        }

        return [.. scenarios.Where(mine.Contains)];
    }

    /// <summary>Reads durations from the junit.xml of an earlier run.</summary>
    public static IReadOnlyDictionary<string, double> ReadDurations(string file)
    {
        try
        {
            return XDocument.Load(file).Descendants("testcase")
                .Select(c => (File: (string?)c.Attribute("file"), Line: (string?)c.Attribute("line"), Time: (double?)c.Attribute("time")))
                .Where(c => c.File is not null && c.Time is not null)
                .GroupBy(c => $"{WithoutRoot(c.File!)}:{c.Line}", StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Max(c => c.Time!.Value), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is XmlException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"--durations {file} is not a junit.xml of an earlier run: {e.Message}");
        }
    }

    private static string WithoutRoot(string file) =>
        file.StartsWith("features/", StringComparison.Ordinal) ? file["features/".Length..] : file;
}
