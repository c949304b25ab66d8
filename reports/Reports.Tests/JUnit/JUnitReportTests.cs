using System.Xml.Linq;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.JUnit;

/// <summary>What a continuous integration server reads.</summary>
public class JUnitReportTests
{
    [Fact]
    public void Outcomes_are_told()
    {
        using var run = new SampleRun().Write();
        var root = Report(run);

        root.Attribute("tests")!.Value.ShouldBe("6");
        root.Attribute("failures")!.Value.ShouldBe("1");
        root.Attribute("errors")!.Value.ShouldBe("1");
        root.Attribute("skipped")!.Value.ShouldBe("1");
        var cases = root.Elements("testsuite").ShouldHaveSingleItem().Elements("testcase").ToList();
        cases.Count.ShouldBe(6);
        cases[0].Attribute("classname")!.Value.ShouldBe(
            "Pairing a workstation with the Commander.An OTP pairs one workstation, for two minutes");
        cases[0].Element("system-out")!.Value.ShouldContain("Given a Commander with these workstations");
        cases[2].Element("failure")!.Attribute("message")!.Value.ShouldContain("did not show");
        cases[4].Element("skipped")!.Attribute("message")!.Value.ShouldContain("wants a real one");
        cases[5].Element("error")!.Value.ShouldStartWith("Before the scenario");
    }

    [Fact]
    public void Characters_that_XML_lacks_are_replaced()
    {
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run);
        run.Evidence.Add(
            new ScenarioEvidence
            {
                FeaturePath = "a.feature",
                Feature = "a",
                Name = "bell \a, half a pair \uD83D, a whole one 🎉, no character \uFFFF, ]]> & <x>",
                Outcome = Outcome.Failed,
                Error = new ScenarioError("\u001b[31mred\u001b[0m\0", null, null),
            },
            new SecretMask());

        var test = Report(run).Descendants("testcase").First();

        test.Attribute("name")!.Value.ShouldBe("bell �, half a pair �, a whole one 🎉, no character �, ]]> & <x>");
        test.Element("failure")!.Attribute("message")!.Value.ShouldBe("�[31mred�[0m�");
    }

    [Fact]
    public void Each_case_has_its_own_name()
    {
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run);
        Add(run, "The lock lasts", 7, new ExampleArgument("minutes", "14"));
        Add(run, "The lock lasts", 8, new ExampleArgument("minutes", "15"));
        Add(run, "Written twice", 9);
        Add(run, "Written twice", 12);

        Report(run).Descendants("testcase").Take(4).Select(c => c.Attribute("name")!.Value).ShouldBe(
            ["The lock lasts (minutes: 14)", "The lock lasts (minutes: 15)", "Written twice (line 9)", "Written twice (line 12)"]);
    }

    [Fact]
    public void A_case_says_where_it_stands_in_the_repository_and_which_tags_it_has()
    {
        using var run = new SampleRun().Write();
        var suite = Report(run).Elements("testsuite").First();
        var first = suite.Elements("testcase").First();

        first.Attribute("file")!.Value.ShouldBe("features/Commander/Pairing.feature");
        Properties(first).ShouldBe(["tag=@commander", "tag=@serial", "seed=20260302", "attempts=1"]);
        Properties(suite).ShouldContain("seed=20260302");
    }

    [Fact]
    public void Missing_scenarios_are_errors()
    {
        using var run = new SampleRun();
        run.Evidence.WriteRun(run.Run);
        Report(run).Descendants("error").Count().ShouldBe(6);
    }

    private static void Add(SampleRun run, string name, int line, params ExampleArgument[] row) => run.Evidence.Add(
        new ScenarioEvidence
        {
            FeaturePath = "a.feature",
            Feature = "a",
            Name = name,
            Line = line,
            Arguments = row,
            Outcome = Outcome.Passed,
        },
        new SecretMask());

    private static IEnumerable<string> Properties(XElement element) => element.Element("properties")!.Elements("property")
        .Select(p => $"{p.Attribute("name")!.Value}={p.Attribute("value")!.Value}");

    private static XElement Report(SampleRun run)
    {
        ReportWriter.Write(run.Folder);
        return XDocument.Load(Path.Combine(run.Folder.FullName, "junit.xml")).Root!;
    }
}
