using System.Text.Json;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Evidence;

/// <summary>What is written comes back, whatever happens to the writers.</summary>
public class EvidenceFolderTests
{
    [Fact]
    public void Everything_that_was_seen_comes_back()
    {
        using var run = new SampleRun().Write();
        var reading = run.Evidence.Read();

        reading.Damaged.ShouldBeEmpty();
        Json(reading.Run).ShouldBe(Json(run.Run));
        reading.Features.ShouldHaveSingleItem().Content.ShouldBe(SampleFeature.Content);
        reading.Scenarios.Count.ShouldBe(run.Feature.Pickles.Count);
        var seen = reading.Scenarios.SelectMany(s => s.Evidence.Steps.SelectMany(t => t.Seen).Concat(s.Evidence.Around));
        seen.Select(s => s.GetType().Name).Distinct().Order().ShouldBe(
            ["AttestationSeen", "DisplaySeen", "ExchangeSeen", "FileSeen", "PanelSeen", "SentenceSeen"]);
        var failed = reading.Scenarios[2].Evidence;
        failed.Outcome.ShouldBe(Outcome.Failed);
        failed.Error!.Step.ShouldBe("Then pos-1 shows \"OTP expired\"");
        failed.Steps[1].LabFinished.ShouldBe(failed.LabStarted!.Value.AddSeconds(126));
    }

    [Fact]
    public void Many_writers_lose_nothing()
    {
        using var run = new SampleRun();
        const int each = 40;
        Parallel.For(0, 8, _ =>
        {
            var folder = new EvidenceFolder(run.Folder);
            for (var i = 0; i < each; i++)
            {
                folder.Add(Scenario($"Scenario {i % 2}"), new SecretMask());
            }
        });

        var read = run.Evidence.Read();
        read.Damaged.ShouldContain(d => d.StartsWith("evidence/run.json", StringComparison.Ordinal));
        read.Scenarios.Count.ShouldBe(8 * each);
        read.Scenarios.Select(s => s.Stem[..4]).Distinct().Count().ShouldBe(8 * each);
    }

    [Fact]
    public void A_number_that_another_writer_has_finished_is_not_used_again()
    {
        using var run = new SampleRun();
        run.Evidence.Add(Scenario("one"), new SecretMask());
        var scenarios = Path.Combine(run.Folder.FullName, "evidence", "scenarios");
        File.Move(Path.Combine(scenarios, "0001-one.json"), Path.Combine(scenarios, "0002-two.json"));

        run.Evidence.Add(Scenario("three"), new SecretMask()).ShouldBe("0003-three");
        Directory.GetFiles(scenarios, "*.writing").ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_file_is_one_line_and_the_rest_is_read()
    {
        using var run = new SampleRun().Write();
        var scenarios = Path.Combine(run.Folder.FullName, "evidence", "scenarios");
        var first = Directory.GetFiles(scenarios, "0001-*").Single();
        File.WriteAllText(first, File.ReadAllText(first)[..200]);
        File.WriteAllText(Path.Combine(scenarios, "0007.writing"), "{");

        var summary = ReportWriter.Write(run.Folder);

        summary.Problems.Count.ShouldBe(2);
        summary.Problems.ShouldAllBe(p => !p.Contains('\n'));
        summary.Problems[0].ShouldStartWith("evidence/scenarios/0001-");
        summary.Problems[1].ShouldContain("0007.writing was being written");
        summary.Total.ShouldBe(run.Feature.Pickles.Count - 1);
        summary.Verdict.ShouldBe(Outcome.Error);
        File.ReadAllText(summary.Index).ShouldContain("0007.writing was being written");
    }

    [Fact]
    public void Files_of_one_name_are_all_kept()
    {
        using var run = new SampleRun();
        run.Evidence.KeepFile("shot.png", [1], new()).ShouldBe("shot.png");
        var second = run.Evidence.KeepFile("shot.png", [2], new());
        File.ReadAllBytes(run.Evidence.FilePath("shot.png")).ShouldBe([1]);
        File.ReadAllBytes(run.Evidence.FilePath(second)).ShouldBe([2]);
    }

    [Fact]
    public void A_feature_stays_in_the_folder()
    {
        using var run = new SampleRun();
        Should.Throw<ArgumentException>(() => run.Evidence.KeepFeature("../../x.feature", ""));
    }

    [Theory]
    [InlineData("¿?", "0001-scenario")]
    [InlineData("A \"quoted\" / name: *.*", "0001-a-quoted-name")]
    public void File_names_suit_every_file_system(string name, string stem)
    {
        using var run = new SampleRun();
        run.Evidence.Add(Scenario(name), new SecretMask()).ShouldBe(stem);
    }

    private static string Json(RunEvidence run) => JsonSerializer.Serialize(run, EvidenceJson.Readable.RunEvidence);

    private static ScenarioEvidence Scenario(string name) =>
        new() { FeaturePath = "a.feature", Feature = "a", Name = name, Outcome = Outcome.Passed };
}
