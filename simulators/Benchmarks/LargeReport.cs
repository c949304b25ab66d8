using System.Diagnostics;
using System.Text.Json;
using PairingLab.Reports.Evidence;

namespace PairingLab.Benchmarks;

/// <summary>
/// The reports of 10,000 scenarios with 100,000 attachments: how long they take, how much memory, and how large the first page is.
/// </summary>
internal sealed class LargeReport : IBenchmark
{
    private const int Scenarios = 10_000;
    private const int FilesOfAScenario = 10;
    private const int StepsOfAScenario = 5;
    private const double Megabyte = 1 << 20;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-large-");
        try
        {
            Write(folder);
            var (seconds, memory) = await ReportAsync(folder);
            const string What = "10,000 scenarios, 100,000 attachments";
            yield return new($"reports of {What}", seconds, "s", 30, MoreIsBetter: false, null, "");
            yield return new("memory for them", memory / Megabyte, "MB", 300, MoreIsBetter: false, null, "");
            yield return new(
                "its first page", new FileInfo(Path.Combine(folder.FullName, "index.html")).Length / Megabyte, "MB", 1,
                MoreIsBetter: false, null, "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, long Memory)> ReportAsync(DirectoryInfo folder)
    {
        var command = HostProcess.Command("report", folder.FullName);
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(command)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var memory = 0L;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(50)))
        {
            process.Refresh();
            memory = Math.Max(memory, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        await said;
        return (TimeProvider.System.GetElapsedTime(began).TotalSeconds, memory);
    }

    private static void Write(DirectoryInfo folder)
    {
        var evidence = new EvidenceFolder(folder);
        evidence.WriteRun(new() { Id = "large", Started = DateTimeOffset.UnixEpoch, Finished = DateTimeOffset.UnixEpoch });
        var files = Directory.CreateDirectory(Path.Combine(folder.FullName, "evidence", "files")).FullName;
        var scenarios = Directory.CreateDirectory(Path.Combine(folder.FullName, "evidence", "scenarios")).FullName;
        Parallel.For(1, Scenarios + 1, i =>
        {
            File.WriteAllBytes(
                Path.Combine(scenarios, $"{i:0000}-scenario.json"),
                JsonSerializer.SerializeToUtf8Bytes(Scenario(i), EvidenceJson.Readable.ScenarioEvidence));
            for (var f = 0; f < FilesOfAScenario; f++)
            {
                File.WriteAllBytes(Path.Combine(files, Name(i, f)), [1, 2, 3]);
            }
        });
    }

    private static ScenarioEvidence Scenario(int number) => new()
    {
        FeaturePath = $"System{number % 5}/feature-{number % 200}.feature",
        Feature = $"Feature {number % 200}",
        Rule = $"Rule {number % 7}",
        Name = $"The workstation pairs with the code that the display shows, for the {number}th time",
        Line = number,
        Tags = ["@commander", "@serial", "@time-travel"],
        Outcome = number % 50 == 0 ? Outcome.Failed : Outcome.Passed,
        Error = number % 50 == 0 ? new($"pos-1 did not come to show {number}", "at PairingSteps.Shows()", "Then pos-1 shows it") : null,
        Steps = [.. Enumerable.Range(0, StepsOfAScenario).Select(s => new StepEvidence
        {
            Keyword = "When",
            Text = $"pos-1 enters the OTP for the {s}th time",
            Outcome = StepOutcome.Passed,
            WallMs = 12,
            Seen =
            [
                new PanelSeen
                {
                    Device = "pos-1",
                    Title = "Workstation",
                    Texts = ["Not paired", $"Site {number}"],
                    Buttons = [new("Pair POS", true)],
                },
                .. Enumerable.Range(0, FilesOfAScenario / StepsOfAScenario).Select(f => new FileSeen
                {
                    Name = Name(number, (s * FilesOfAScenario / StepsOfAScenario) + f),
                    Caption = "kept",
                }),
            ],
        })],
    };

    private static string Name(int scenario, int file) => $"{scenario}-{file}.{(file % 2 == 0 ? "png" : "har")}";
}
