using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Html;

namespace PairingLab.Reports.Certification;

/// <summary>
/// A certification on disk: certification.json, certification.html and the screenshots. Attempts are added, never taken away.
/// </summary>
/// <param name="folder">Where; made when it is not there.</param>
public sealed class CertificationFolder(string folder)
{
    /// <summary>The report for people.</summary>
    public string Page => Path.Combine(folder, "certification.html");

    private string Json => Path.Combine(folder, "certification.json");

    /// <summary>What is there; null for a new one.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read as a certification.</exception>
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
            throw new InvalidDataException($"{Json} is not a certification of this lab ({e.Message}); name another folder", e);
        }
    }

    /// <summary>Keeps a screenshot; gives its name in the report.</summary>
    public string Keep(string name, byte[] picture)
    {
        Directory.CreateDirectory(Path.Combine(folder, "evidence"));
        return "evidence/" + NumberedFile.WriteNew(Path.Combine(folder, "evidence"), name, picture);
    }

    /// <summary>
    /// Adds an attempt and writes the reports: the last attempt's, and for each earlier one a page with its evidence.
    /// </summary>
    /// <param name="report">What it is about; its attempts and its number are taken from what is there.</param>
    /// <param name="attempt">The attempt.</param>
    /// <returns>The attempt with its number.</returns>
    public Attempt Add(CertificationReport report, Attempt attempt)
    {
        Directory.CreateDirectory(folder);
        var there = Read();
        var earlier = there?.Attempts ?? [];
        var numbered = attempt with { Number = earlier.Count + 1 };
        var whole = report with
        {
            Number = there is { Number.Length: > 0 } ? there.Number : NumberOf(attempt.Started),
            Attempts = [.. earlier, numbered],
        };
        WholeFile.Write(Json, JsonSerializer.SerializeToUtf8Bytes(whole, EvidenceJson.Readable.CertificationReport));
        WritePage(Page, whole, numbered);
        foreach (var before in earlier)
        {
            WritePage(Path.Combine(folder, NameOf(before)), whole, before);
        }

        return numbered;
    }

    /// <summary>The page of an attempt that is not the last.</summary>
    internal static string NameOf(Attempt attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"attempt-{attempt.Number}.html");

    private static void WritePage(string path, CertificationReport report, Attempt attempt) => WholeFile.Write(
        path, Encoding.UTF8.GetBytes(HtmlReport.Page<CertificationPage>(new() { ["Report"] = report, ["Attempt"] = attempt })));

    /// <summary>Of the day, and of chance enough that two labs give no number twice.</summary>
    private static string NumberOf(DateTimeOffset day) => string.Create(
        CultureInfo.InvariantCulture, $"PL-SCI-{day:yyyyMMdd}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
}
