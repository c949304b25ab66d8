using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PairingLab.Reports.Evidence;

/// <summary>Reads an evidence folder and notes what is damaged instead of giving up.</summary>
internal sealed class EvidenceReader
{
    private readonly DirectoryInfo root;
    private readonly List<string> damaged = [];

    private EvidenceReader(DirectoryInfo root) => this.root = root;

    public static EvidenceReading Read(DirectoryInfo root)
    {
        var reader = new EvidenceReader(root);
        var run = reader.ReadRun();
        var scenarios = reader.ReadScenarios();
        return new EvidenceReading(run, scenarios, reader.ReadFeatures(), reader.damaged);
    }

    private RunEvidence ReadRun() =>
        ReadJson(new FileInfo(Path.Combine(root.FullName, "run.json")), EvidenceJson.Readable.RunEvidence)
        ?? new RunEvidence { Id = root.Parent?.Name ?? "?", Started = default };

    private List<ReadScenario> ReadScenarios()
    {
        var read = new List<ReadScenario>();
        foreach (var file in FilesIn("scenarios"))
        {
            if (file.Extension == ".writing")
            {
                damaged.Add($"{Name(file)} was being written when the run ended; its scenario left no evidence");
            }
            else if (ReadJson(file, EvidenceJson.Readable.ScenarioEvidence) is { } scenario)
            {
                read.Add(new ReadScenario(Path.GetFileNameWithoutExtension(file.Name), scenario));
            }
        }

        return read;
    }

    private List<FeatureSource> ReadFeatures()
    {
        var features = new List<FeatureSource>();
        foreach (var file in FilesIn("features").Where(f => f.Extension == ".feature"))
        {
            var path = Path.GetRelativePath(Path.Combine(root.FullName, "features"), file.FullName);
            features.Add(new FeatureSource(path.Replace('\\', '/'), File.ReadAllText(file.FullName)));
        }

        return features;
    }

    private IEnumerable<FileInfo> FilesIn(string folder)
    {
        var directory = new DirectoryInfo(Path.Combine(root.FullName, folder));
        return directory.Exists
            ? directory.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal)
            : [];
    }

    private T? ReadJson<T>(FileInfo file, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using var stream = file.OpenRead();
            return JsonSerializer.Deserialize(stream, type) ?? throw new JsonException("it says null");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            damaged.Add($"{Name(file)} cannot be read: {e.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private string Name(FileInfo file) => Path.GetRelativePath(root.Parent!.FullName, file.FullName).Replace('\\', '/');
}

/// <summary>What an evidence folder holds.</summary>
/// <param name="Run">The run; a stand-in when run.json is missing or damaged, of which <paramref name="Damaged"/> then tells.</param>
/// <param name="Scenarios">The scenarios in the order in which they ended.</param>
/// <param name="Features">The feature files that were kept.</param>
/// <param name="Damaged">One line for each file that could not be read.</param>
public sealed record EvidenceReading(
    RunEvidence Run,
    IReadOnlyList<ReadScenario> Scenarios,
    IReadOnlyList<FeatureSource> Features,
    IReadOnlyList<string> Damaged);

/// <summary>A scenario's evidence and the name of its file without extension, which its report page takes over.</summary>
public sealed record ReadScenario(string Stem, ScenarioEvidence Evidence);

/// <summary>A feature file as it was when the run began.</summary>
public sealed record FeatureSource(string Path, string Content);
