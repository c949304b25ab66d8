using PairingLab.Host.Tests.Commands;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Runs;

/// <summary>The report of a run opens its places in the reader's editor, whichever command has written it.</summary>
public sealed class EditorLinkTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_report_that_is_written_again_has_them() => await IsLinkedAsync(Failed("20260101-000000"), 0, "report");

    [Fact]
    public async Task A_merged_run_has_them()
    {
        Failed("20260101-000000");
        var whole = Path.Combine(folder.Path, "whole");
        await IsLinkedAsync(whole, 1, "merge", "20260101-000000", "--out");
    }

    public void Dispose() => folder.Dispose();

    private async Task IsLinkedAsync(string run, int code, params string[] command)
    {
        await using var lab = LabProcess.StartWith(
            [("PAIRINGLAB_REPORTS", folder.Path), (EditorLinks.Variable, "edit://{path}#{line}")], [.. command, run]);
        (await lab.EndAsync()).ShouldBe(code, lab.Output);
        (await File.ReadAllTextAsync(Path.Combine(run, "index.html"))).ShouldMatch("href=\"edit://[^\"]+/features/Sci/a\\.feature#11\"");
    }

    /// <summary>The evidence of a run whose only scenario failed.</summary>
    private string Failed(string name)
    {
        var run = Path.Combine(folder.Path, name);
        var evidence = new EvidenceFolder(new(run));
        evidence.WriteRun(new()
        {
            Id = name,
            Started = DateTimeOffset.UnixEpoch,
            Finished = DateTimeOffset.UnixEpoch,
            FeatureRoot = "features",
        });
        evidence.Add(
            new()
            {
                FeaturePath = "Sci/a.feature",
                Feature = "Pairing",
                Name = "It expires",
                Line = 11,
                Outcome = Outcome.Failed,
                Error = new("it did not", null, null),
            },
            new());
        return run;
    }
}
