using System.Text;
using System.Text.Json;

namespace PairingLab.Reports.Evidence;

/// <summary>
/// The evidence of a run on disk. Each piece is written when it is there, and whole (temporary file, then rename), so that
/// a killed run still leaves a report. Threads and processes may write into one folder at the same time.
/// </summary>
public sealed class EvidenceFolder
{
    private readonly DirectoryInfo root;

    /// <summary>The evidence of the run whose folder (reports/out/&lt;run&gt;) is given.</summary>
    public EvidenceFolder(DirectoryInfo run)
    {
        Run = run;
        root = new DirectoryInfo(Path.Combine(run.FullName, "evidence"));
    }

    /// <summary>The run's folder.</summary>
    public DirectoryInfo Run { get; }

    private string Scenarios => Path.Combine(root.FullName, "scenarios");

    private string Files => Path.Combine(root.FullName, "files");

    private string Features => Path.Combine(root.FullName, "features");

    /// <summary>Writes what is known of the run; at its start, and again at its end.</summary>
    public void WriteRun(RunEvidence run)
    {
        root.Create();
        WholeFile.Write(
            Path.Combine(root.FullName, "run.json"),
            JsonSerializer.SerializeToUtf8Bytes(run, EvidenceJson.Readable.RunEvidence));
    }

    /// <summary>What is known of the run so far; null when nothing is, or it can't be read.</summary>
    public RunEvidence? ReadRun()
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllBytes(Path.Combine(root.FullName, "run.json")), EvidenceJson.Readable.RunEvidence);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps a feature file's text as it is now; the path is relative to the feature root.</summary>
    public void KeepFeature(string path, string content)
    {
        var kept = Path.GetFullPath(Path.Combine(Features, path));
        if (!kept.StartsWith(Features + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{path}' leads out of the feature root", nameof(path));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        WholeFile.Write(kept, Encoding.UTF8.GetBytes(content));
    }

    /// <summary>Keeps a file, secrets masked, and says under which name, which differs from the wanted one if that is taken.</summary>
    public string KeepFile(string name, byte[] content, SecretMask secrets)
    {
        Directory.CreateDirectory(Files);
        return NumberedFile.WriteNew(Files, Path.GetFileName(name), FileMask.Apply(content, secrets));
    }

    /// <summary>Takes a file of another run over, secrets masked already, and says under which name.</summary>
    public string TakeFile(string path)
    {
        Directory.CreateDirectory(Files);
        return NumberedFile.WriteNew(Files, Path.GetFileName(path), File.Exists(path) ? File.ReadAllBytes(path) : []);
    }

    /// <summary>Writes a scenario's evidence, secrets masked. Returns the file's name without extension.</summary>
    public string Add(ScenarioEvidence scenario, SecretMask secrets)
    {
        Directory.CreateDirectory(Scenarios);
        var masked = EvidenceMask.Apply(scenario, secrets);
        var json = JsonSerializer.SerializeToUtf8Bytes(masked, EvidenceJson.Readable.ScenarioEvidence);
        return NumberedFile.WriteNext(Scenarios, Slug.Of(scenario.Name), json);
    }

    /// <summary>Reads everything that can be read; what cannot is told, one line a file.</summary>
    public EvidenceReading Read() => EvidenceReader.Read(root);

    /// <summary>The whole path of a kept file.</summary>
    public string FilePath(string name) => Path.Combine(Files, Path.GetFileName(name));
}
