using System.Text.Json;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Certification;

/// <summary>The results of one certification while it runs: who checks the rules writes them, who waits for them reads them. Two processes share it.</summary>
/// <param name="path">Where; made when it is not there.</param>
public sealed class RuleResultFolder(string path)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private string Lab => Path.Combine(path, "lab.txt");

    /// <summary>Where the lab's side is, as soon as it is there; null before.</summary>
    public string? Where => File.Exists(Lab) ? File.ReadAllText(Lab) : null;

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
        WholeFile.Write(Path.Combine(path, $"{result.Rule}.json"), JsonSerializer.SerializeToUtf8Bytes(named, EvidenceJson.Readable.RuleResult));
    }

    /// <summary>The results that came since the last call.</summary>
    public IReadOnlyList<RuleResult> ReadNew() =>
        Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.json").Where(seen.Add).Order(StringComparer.Ordinal).Select(Read)] : [];

    /// <summary>A result's screenshot.</summary>
    public byte[] Picture(RuleResult result) => File.ReadAllBytes(Path.Combine(path, result.Picture!));

    private static RuleResult Read(string file) => JsonSerializer.Deserialize(File.ReadAllBytes(file), EvidenceJson.Readable.RuleResult)!;
}
