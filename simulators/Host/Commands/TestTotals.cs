using System.Xml.Linq;

namespace PairingLab.Host.Commands;

/// <summary>How many tests passed, failed and were skipped, and which failed, summed over the result files of all projects.</summary>
/// <param name="Passed">Passed.</param>
/// <param name="Failed">Failed.</param>
/// <param name="Skipped">Skipped.</param>
/// <param name="Failures">Each failed test: its name and the first line of its message.</param>
public sealed record TestTotals(int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Why tests were skipped, "4: openssl is not here", the most frequent reason first.</summary>
    public IReadOnlyList<string> SkipReasons { get; private init; } = [];

    /// <summary>Reads all result files (*.trx) of a folder.</summary>
    public static TestTotals Read(DirectoryInfo folder)
    {
        var results = folder.EnumerateFiles("*.trx", SearchOption.AllDirectories).OrderBy(f => f.Name, StringComparer.Ordinal)
            .SelectMany(f => XDocument.Load(f.FullName).Descendants(Trx + "UnitTestResult")).ToList();
        var failures = results.Where(r => Outcome(r) is not ("Passed" or "NotExecuted")).ToList();
        var skipped = results.Where(r => Outcome(r) == "NotExecuted").ToList();
        return new(
            results.Count(r => Outcome(r) == "Passed"),
            failures.Count,
            skipped.Count,
            [.. failures.Select(f => $"{(string?)f.Attribute("testName")}: {FirstLine(f)}")])
        {
            SkipReasons = [.. skipped.CountBy(FirstLine).OrderByDescending(r => r.Value).Select(r => $"{r.Value}: {r.Key}")],
        };
    }

    /// <inheritdoc />
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    private static string? Outcome(XElement result) => (string?)result.Attribute("outcome");

    private static string FirstLine(XElement result) =>
        (result.Descendants(Trx + "Message").FirstOrDefault()?.Value ?? "no message").Trim().Split('\n')[0].Trim();
}
