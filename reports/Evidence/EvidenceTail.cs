using System.Text.Json;

namespace PairingLab.Reports.Evidence;

/// <summary>Follows the evidence of a run while it grows.</summary>
public sealed class EvidenceTail(DirectoryInfo run)
{
    private readonly string scenarios = Path.Combine(run.FullName, "evidence", "scenarios");
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The scenarios that ended since the last call, in the order of their files.</summary>
    public IReadOnlyList<ScenarioEvidence> ReadNew() =>
        Directory.Exists(scenarios)
            ?
            [
                .. Directory.EnumerateFiles(scenarios, "*.json").Order(StringComparer.Ordinal).Where(seen.Add)
                    .Select(Read).OfType<ScenarioEvidence>(),
            ]
            : [];

    private static ScenarioEvidence? Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, EvidenceJson.Readable.ScenarioEvidence);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            // What can't be read is told at the end, with the report.
            return null;
        }
    }
}
