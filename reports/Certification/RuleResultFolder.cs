using System.Text.Json;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Certification;

/// <summary>
/// The results of one certification while it runs, shared by two processes: the run of the features writes them, the command
/// that started it reads them.
/// </summary>
/// <param name="path">Where; made when it is not there.</param>
public sealed class RuleResultFolder(string path)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private string Lab => Path.Combine(path, "lab.txt");

    /// <summary>Where the lab's side is, as soon as it is there; null before.</summary>
    public string? Where => File.Exists(Lab) ? File.ReadAllText(Lab) : null;

    /// <summary>How the POS was reached; null as long as it was not.</summary>
    public string? Reached => File.Exists(Path.Combine(path, "pos.txt")) ? File.ReadAllText(Path.Combine(path, "pos.txt")) : null;

    /// <summary>Whether a rule was judged.</summary>
    public bool HasResults => Directory.Exists(path) && Directory.EnumerateFiles(path, "*.json").Any();

    /// <summary>Says how the POS was reached.</summary>
    public void WriteReached(string how)
    {
        Directory.CreateDirectory(path);
        WholeFile.Write(Path.Combine(path, "pos.txt"), System.Text.Encoding.UTF8.GetBytes(how));
    }

    /// <summary>Says where the lab's side is.</summary>
    public void WriteWhere(string where)
    {
        Directory.CreateDirectory(path);
        WholeFile.Write(Lab, System.Text.Encoding.UTF8.GetBytes(where));
    }

    /// <summary>Writes a result, and its screenshot if there is one.</summary>
    public void Write(RuleResult result, byte[]? picture)
    {
        Directory.CreateDirectory(path);
        if (picture is not null)
        {
            WholeFile.Write(Path.Combine(path, $"{result.Rule}.png"), picture);
        }

        var named = result with { Picture = picture is null ? null : $"{result.Rule}.png" };
        var json = JsonSerializer.SerializeToUtf8Bytes(named, EvidenceJson.Readable.RuleResult);
        WholeFile.Write(Path.Combine(path, $"{result.Rule}.json"), json);
    }

    /// <summary>The results that came since the last call.</summary>
    public IReadOnlyList<RuleResult> ReadNew() =>
        Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.json").Where(seen.Add).Order(StringComparer.Ordinal).Select(Read)]
            : [];

    /// <summary>A result's screenshot.</summary>
    public byte[] Picture(RuleResult result) => File.ReadAllBytes(Path.Combine(path, result.Picture!));

    private static RuleResult Read(string file) => JsonSerializer.Deserialize(File.ReadAllBytes(file), EvidenceJson.Readable.RuleResult)!;
}
