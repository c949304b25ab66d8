using System.IO.Compression;
using PairingLab.Reports.Evidence;

namespace PairingLab.Features.Support;

/// <summary>
/// Searches the evidence that a scenario has just left, traces included, for the secrets that it saw. A four-digit OTP is not
/// searched for: its digits stand in times and numbers by chance, and so do six digits now and then; that those are masked is
/// tested with the reports.
/// </summary>
internal static class SecretsStayOut
{
    private const int LongEnoughToBeNoChance = 5;
    private const int LongEnoughInDigits = 9;

    /// <summary>Throws when a secret stands in the evidence of a scenario.</summary>
    public static void Check(EvidenceFolder folder, string scenario, RecordingWitness witness)
    {
        var sought = witness.Secrets
            .Where(s => s.Length >= (s.All(char.IsAsciiDigit) ? LongEnoughInDigits : LongEnoughToBeNoChance))
            .ToList();
        var texts = witness.Files.SelectMany(f => Texts(folder.FilePath(f)))
            .Prepend((scenario, File.ReadAllText(Path.Combine(folder.Run.FullName, "evidence", "scenarios", $"{scenario}.json"))));
        texts.Where(t => sought.Exists(s => t.Item2.Contains(s, StringComparison.Ordinal))).Select(t => t.Item1)
            .ShouldBeEmpty($"secrets stand in the evidence of {scenario}");
    }

    private static IEnumerable<(string Name, string Text)> Texts(string file)
    {
        if (Path.GetExtension(file) != ".zip")
        {
            return [(file, File.ReadAllText(file))];
        }

        using var zip = ZipFile.OpenRead(file);
        return [.. zip.Entries.Select(e => ($"{file}/{e.FullName}", Text(e)))];
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
