using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Html;

/// <summary>What a reader finds in the pages.</summary>
public class HtmlReportTests
{
    [Fact]
    public void The_first_page_begins_with_what_failed()
    {
        using var run = new SampleRun().Write();
        var summary = ReportWriter.Write(run.Folder);
        var index = File.ReadAllText(summary.Index);

        var failure = index.IndexOf("What failed, and where to look", StringComparison.Ordinal);
        failure.ShouldBeGreaterThan(0);
        failure.ShouldBeLessThan(index.IndexOf("id=\"totals\"", StringComparison.Ordinal));
        failure.ShouldBeLessThan(index.IndexOf("id=\"features\"", StringComparison.Ordinal));
        index.ShouldContain("OTP expired");
        index.ShouldContain("An OTP pairs one workstation, for two minutes");
    }

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        using var run = new SampleRun().Write();
        ReportWriter.Write(run.Folder);
        foreach (var page in run.Folder.EnumerateFiles("*.html", SearchOption.AllDirectories))
        {
            foreach (var link in Links.Of(File.ReadAllText(page.FullName)))
            {
                File.Exists(Path.Combine(page.DirectoryName!, Uri.UnescapeDataString(link))).ShouldBeTrue($"{page.Name}: {link}");
            }
        }
    }

    [Fact]
    public void A_scenario_shows_what_was_seen()
    {
        using var run = new SampleRun().Write();
        ReportWriter.Write(run.Folder);
        var page = Page(run, "0001-*.html");

        page.ShouldContain("<svg class=\"seven\"");
        page.ShouldContain("$PLDSP,0042,07,F9*72");
        page.ShouldContain("the checksum is 3C, not 0A");
        page.ShouldContain("<tr class=\"damaged\">");
        page.ShouldContain("REAL");
        page.ShouldContain("SIMULATED");
        page.ShouldContain("×2");
        page.ShouldContain("&#x2B;4s");
    }

    [Fact]
    public void Text_from_a_device_is_no_markup()
    {
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run with { Bench = "<script>alert(1)</script>" });
        ReportWriter.Write(run.Folder);
        File.ReadAllText(Path.Combine(run.Folder.FullName, "index.html")).ShouldNotContain("<script>alert");
    }

    [Fact]
    public void Equal_failures_are_one_card()
    {
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run);
        foreach (var name in new[] { "First", "Second", "Third" })
        {
            Fail(run, name, "the line is in use");
        }

        Fail(run, "Fourth", "something else");
        var index = File.ReadAllText(ReportWriter.Write(run.Folder).Index);

        Count(index, "<article class=\"failure").ShouldBe(2);
        index.ShouldContain("2 more failed with the same message");
        Count(index, "the line is in use").ShouldBe(1);
    }

    [Fact]
    public void A_huge_answer_is_on_its_scenarios_page_and_only_begun_on_the_first()
    {
        const int Million = 1_000_000;
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run);
        Fail(run, "Huge", new string('x', Million), Things.Workstation("read", new string('y', Million)));
        var index = new FileInfo(ReportWriter.Write(run.Folder).Index);

        index.Length.ShouldBeLessThan(Million / 10);
        File.ReadAllText(index.FullName).ShouldContain("998,000 more characters");
        Page(run, "0001-*.html").ShouldContain(new string('x', Million));
    }

    [Fact]
    public void Control_characters_of_an_answer_are_pictures()
    {
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run);
        Fail(run, "Hostile", "\u001b[2Jgone\u009b31m\0\nnext line\ttab");
        ReportWriter.Write(run.Folder);
        foreach (var page in run.Folder.EnumerateFiles("*.html", SearchOption.AllDirectories))
        {
            var text = System.Net.WebUtility.HtmlDecode(File.ReadAllText(page.FullName));
            text.Where(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')).ShouldBeEmpty(page.Name);
            text.ShouldContain("␛[2Jgone\uFFFD31m␀\nnext line\ttab");
        }
    }

    private static void Fail(SampleRun run, string name, string message, params Seen[] seen) => run.Evidence.Add(
        new ScenarioEvidence
        {
            FeaturePath = "a.feature",
            Feature = "a",
            Name = name,
            Outcome = Outcome.Failed,
            Error = new ScenarioError(message, null, null),
            Around = seen,
        },
        new SecretMask());

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Page(SampleRun run, string pattern) =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(run.Folder.FullName, "scenarios"), pattern).ShouldHaveSingleItem());
}
