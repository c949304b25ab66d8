using PairingLab.Host.Commands;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Runs;

/// <summary>The report of a run opens its places in the reader's editor, whichever command has written it.</summary>
public sealed class EditorLinkTests : IDisposable
{
    private const string Link = "edit://{path}#{line}";

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

    [Fact]
    public async Task A_run_without_run_lab_has_them()
    {
        const string Feature = "Commander/PairingTimers.feature";
        var root = Repository.Find().Root;
        var row = File.ReadLines(Path.Combine(root, "features", Feature)).TakeWhile(l => !l.Contains("| 61 seconds")).Count() + 1;
        await using var tests = LabProcess.StartProgram(
            Path.Combine(root, "features", "bin", "Debug", "net10.0", "PairingLab.Features.dll"),
            [
                ("PAIRINGLAB_REPORTS", folder.Path),
                ("PAIRINGLAB_BENCH", folder.Write("bench.json", RerunTests.WrongCommander)),
                (EditorLinks.Variable, Link),
            ],
            "-noLogo", "-noColor", "-trait", $"Place={Feature}:{row}");
        (await tests.EndAsync()).ShouldBe(1, tests.Output);
        var run = Directory.GetDirectories(folder.Path).ShouldHaveSingleItem(tests.Output);
        (await File.ReadAllTextAsync(Path.Combine(run, "index.html"))).ShouldContain($"/features/{Feature}#{row}\"");
    }

    [Fact]
    public async Task An_editor_that_is_unknown_is_told_before_anything_runs()
    {
        await using var run = LabProcess.StartWith(
            [("PAIRINGLAB_REPORTS", folder.Path), (EditorLinks.Variable, "vs code")], "run", "--no-build", "--tags", "@smoke");
        (await run.EndAsync()).ShouldBe(2, run.Output);
        run.Output.ShouldContain("PAIRINGLAB_EDITOR 'vs code' is no editor; allowed values: vscode");
        Directory.GetDirectories(folder.Path).ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private async Task IsLinkedAsync(string run, int code, params string[] command)
    {
        await using var lab = LabProcess.StartWith(
            [("PAIRINGLAB_REPORTS", folder.Path), (EditorLinks.Variable, Link)], [.. command, run]);
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
