using System.Text;
using System.Text.Json;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Html;

namespace PairingLab.Reports.Certification;

/// <summary>A certification on disk: certification.json, certification.html and the screenshots. Attempts are added, never taken away.</summary>
/// <param name="folder">Where; made when it is not there.</param>
public sealed class CertificationFolder(string folder)
{
    /// <summary>The report for people.</summary>
    public string Page => Path.Combine(folder, "certification.html");

    private string Json => Path.Combine(folder, "certification.json");

    /// <summary>What is there; null for a new one.</summary>
    /// <exception cref="InvalidDataException">The file is no certification.</exception>
    public CertificationReport? Read()
    {
        if (!File.Exists(Json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Json), EvidenceJson.Readable.CertificationReport);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Json} is no certification of this lab ({e.Message}); name another folder", e);
        }
    }

    /// <summary>Keeps a screenshot; gives its name in the report.</summary>
    public string Keep(string name, byte[] picture)
    {
        Directory.CreateDirectory(Path.Combine(folder, "evidence"));
        return "evidence/" + NumberedFile.WriteNew(Path.Combine(folder, "evidence"), name, picture);
    }

    /// <summary>Adds an attempt and writes both reports; gives the attempt with its number.</summary>
    public Attempt Add(string product, string version, IReadOnlyList<CertificationRule> rules, Attempt attempt)
    {
        Directory.CreateDirectory(folder);
        var earlier = Read()?.Attempts ?? [];
        var numbered = attempt with { Number = earlier.Count + 1 };
        var report = new CertificationReport(product, version, rules, [.. earlier, numbered]);
        WholeFile.Write(Json, JsonSerializer.SerializeToUtf8Bytes(report, EvidenceJson.Readable.CertificationReport));
        WholeFile.Write(Page, Encoding.UTF8.GetBytes(HtmlReport.Page<CertificationPage>(new() { ["Report"] = report })));
        return numbered;
    }
}
