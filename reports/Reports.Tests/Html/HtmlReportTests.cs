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

    private static string Page(SampleRun run, string pattern) =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(run.Folder.FullName, "scenarios"), pattern).ShouldHaveSingleItem());
}
