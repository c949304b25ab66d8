using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests;

/// <summary>What a run's end says.</summary>
public class RunSummaryTests
{
    [Fact]
    public void The_console_names_first_what_failed_and_where_to_look()
    {
        using var run = new SampleRun().Write();
        var text = ConsoleSummary.Of(ReportWriter.Write(run.Folder));
        var lines = text.Split(Environment.NewLine);

        lines[0].ShouldBe("FAILED   Pairing a workstation with the Commander › The OTP is refused 2m 1s after it was made");
        lines[1].ShouldBe("  step   Then pos-1 shows \"OTP expired\"");
        lines[2].ShouldStartWith("  says   pos-1 did not show \"OTP expired\" within 5s");
        text.ShouldContain("  look   Commander/Pairing.feature:24");
        text.ShouldContain("0003-the-otp-is-refused-2m-1s-after-it-was-made.html");
        text.ShouldContain("ERROR    Pairing a workstation");
        text.ShouldContain($"Failed: 3 passed, 1 failed, 1 errors, 1 skipped{Environment.NewLine}skipped  1: ");
    }

    [Fact]
    public void A_scenario_that_left_no_evidence_makes_the_run_an_error()
    {
        using var run = new SampleRun().Write();
        Directory.GetFiles(Path.Combine(run.Folder.FullName, "evidence", "scenarios"), "0004-*").ToList().ForEach(File.Delete);
        var summary = ReportWriter.Write(run.Folder);

        summary.Verdict.ShouldBe(Outcome.Error);
        summary.Missing.ShouldHaveSingleItem().Name.ShouldBe("A wrong OTP is refused");
        ConsoleSummary.Of(summary).ShouldContain("Commander/Pairing.feature:28 A wrong OTP is refused");
        File.ReadAllText(summary.Index).ShouldContain("A wrong OTP is refused");
    }

    [Fact]
    public void The_console_prints_no_control_characters_of_an_answer()
    {
        var note = new FailureNote(
            Outcome.Failed, "a", "b\u001b[8m", "a.feature:1",
            "Then \u0007", "\u001b]0;title\u0007\nsecond " + new string('x', 5000), "b.html");
        var text = ConsoleSummary.Of(new RunSummary
        {
            Folder = new DirectoryInfo("x"),
            Passed = 0,
            Failed = 1,
            Error = 0,
            Skipped = 0,
            Failures = [note],
            Missing = [],
            Problems = ["\u001b[2J"],
        });

        text.Where(c => char.IsControl(c) && !Environment.NewLine.Contains(c)).ShouldBeEmpty();
        text.ShouldContain($"  says   ␛]0;title␇{Environment.NewLine}         second");
        text.ShouldContain("more characters)");
    }

    [Fact]
    public void A_run_that_was_stopped_says_so()
    {
        using var run = new SampleRun().Write();
        run.Evidence.WriteRun(run.Run with { Finished = null });
        ReportWriter.Write(run.Folder).Problems.ShouldHaveSingleItem().ShouldContain("did not come to its end");
    }

    [Theory]
    [InlineData(2, 0, 0, 0, Outcome.Passed)]
    [InlineData(2, 0, 0, 1, Outcome.Passed)]
    [InlineData(0, 0, 0, 1, Outcome.Skipped)]
    [InlineData(2, 1, 1, 0, Outcome.Failed)]
    [InlineData(2, 0, 1, 0, Outcome.Error)]
    [InlineData(0, 0, 0, 0, Outcome.Error)]
    public void The_verdict(int passed, int failed, int error, int skipped, Outcome verdict) => new RunSummary
    {
        Folder = new DirectoryInfo("x"),
        Passed = passed,
        Failed = failed,
        Error = error,
        Skipped = skipped,
        Failures = [],
        Missing = [],
        Problems = [],
    }.Verdict.ShouldBe(verdict);

    [Fact]
    public void A_folder_without_evidence_still_gets_a_report()
    {
        using var run = new SampleRun();
        run.Folder.Create();
        var summary = ReportWriter.Write(run.Folder);
        summary.Verdict.ShouldBe(Outcome.Error);
        File.ReadAllText(summary.Index).ShouldContain("No scenario ran");
    }
}
