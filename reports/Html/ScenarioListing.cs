using System.Text.Json;

namespace PairingLab.Reports.Html;

/// <summary>
/// The list of scenarios, system by system. What would make the first page heavy lies beside it, and the page draws it as one scrolls.
/// </summary>
public sealed class ScenarioListing
{
    /// <summary>Where the rest lies in the run's folder: a script, since a page from file:// may load no data.</summary>
    public const string RestPath = "assets/rest.js";

    // Half of what a first page may weigh; failures, totals and the rest have the other half.
    private const int MostLetters = 500_000;

    // A piece is drawn at once.
    private const int RowsOfAPiece = 100;

    private ScenarioListing(IReadOnlyList<ListedSystem> systems, string? rest, int restCount)
    {
        Systems = systems;
        Rest = rest;
        RestCount = restCount;
    }

    /// <summary>The systems, each with the part of its list that the page has.</summary>
    public IReadOnlyList<ListedSystem> Systems { get; }

    /// <summary>The script with the rest; null when the page has all.</summary>
    public string? Rest { get; }

    /// <summary>How many scenarios are in the rest.</summary>
    public int RestCount { get; }

    /// <summary>The list of a run.</summary>
    /// <param name="reading">The run.</param>
    /// <param name="draw">The markup of scenarios of one feature, and whether they are its first.</param>
    internal static ScenarioListing Of(RunReading reading, Func<IReadOnlyList<ScenarioResult>, bool, string> draw)
    {
        var (letters, restCount) = (0, 0);
        var systems = new List<ListedSystem>();
        var rest = new List<string[]>();
        foreach (var system in reading.Results.GroupBy(r => SystemOf(r)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var html = new List<string>();
            foreach (var (piece, isFirst) in Pieces(system))
            {
                var drawn = draw(piece, isFirst);
                letters += drawn.Length;
                if (letters <= MostLetters)
                {
                    html.Add(drawn);
                }
                else
                {
                    rest.Add([system.Key, drawn]);
                    restCount += piece.Count;
                }
            }

            systems.Add(new(system.Key, [.. system], string.Concat(html)));
        }

        return new(systems, rest.Count == 0 ? null : $"window.restOfTheList = {JsonSerializer.Serialize(rest)};\n", restCount);
    }

    /// <summary>The system of a scenario: the folder that its feature lies in; "" when it lies in none.</summary>
    public static string SystemOf(ScenarioResult result) =>
        result.Evidence.FeaturePath.Split('/') is [var folder, _, ..] ? folder : "";

    private static IEnumerable<(IReadOnlyList<ScenarioResult> Piece, bool IsFirst)> Pieces(IEnumerable<ScenarioResult> system) =>
        system.GroupBy(r => r.Evidence.FeaturePath).OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(feature =>
            feature.OrderBy(r => r.Evidence.Line).Chunk(RowsOfAPiece).Select((piece, i) => ((IReadOnlyList<ScenarioResult>)piece, i == 0)));
}

/// <summary>The scenarios of a system, and the markup of those that the page has.</summary>
public sealed record ListedSystem(string Name, IReadOnlyList<ScenarioResult> Scenarios, string Html)
{
    /// <summary>How many ended so.</summary>
    public int Count(Evidence.Outcome outcome) => Scenarios.Count(s => s.Outcome == outcome);
}
