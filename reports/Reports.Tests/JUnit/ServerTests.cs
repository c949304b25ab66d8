using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.JUnit;

/// <summary>What the readers of continuous integration servers take from junit.xml, by their own rules.</summary>
public sealed partial class ServerTests : IDisposable
{
    private static readonly string[] Told = ["failure", "error"];
    private static readonly string[] Retried = ["rerunFailure", "rerunError", "flakyFailure", "flakyError"];

    // https://github.com/jenkinsci/xunit-plugin: junit-10.xsd, by which it refuses a file.
    private static readonly Dictionary<string, Shape> Jenkins = new(StringComparer.Ordinal)
    {
        ["testsuites"] = new([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = new(
            ["name", "tests", "failures", "errors"],
            ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
            ["testsuite", "properties", "testcase", "system-out", "system-err"]),
        ["testcase"] = new(
            ["name"], ["time", "classname", "group"], ["skipped", "system-out", "system-err", .. Told, .. Retried]),
        ["properties"] = new([], [], ["property"]),
        ["property"] = new(["name", "value"], [], []),
        ["failure"] = new([], ["type", "message"], []),
        ["error"] = new([], ["type", "message"], []),
        ["skipped"] = new([], ["type", "message"], []),
        ["rerunFailure"] = Attempt,
        ["rerunError"] = Attempt,
        ["flakyFailure"] = Attempt,
        ["flakyError"] = Attempt,
        ["stackTrace"] = new([], [], []),
        ["system-out"] = new([], [], []),
        ["system-err"] = new([], [], []),
    };

    // What the schema lacks and other readers take: GitLab the file of a case, annotations on GitHub its line too, Jenkins' step "junit",
    // which has no schema, the properties of a case.
    private static readonly string[] Beyond = ["testsuites@skipped", "testcase@file", "testcase@line", "testcase/properties"];

    // https://gitlab.com/gitlab-org/gitlab, lib/gitlab/ci/parsers/test/junit.rb reads by Rails' Hash.from_xml, which turns the text of an
    // element into what its "type" says when that is one of these.
    private static readonly string[] RailsTypes =
    [
        "symbol", "date", "datetime", "dateTime", "duration", "integer", "float", "double", "decimal", "boolean", "string", "yaml",
        "base64Binary", "hexBinary", "file", "array",
    ];

    private readonly SampleRun run = new SampleRun().Write();

    public ServerTests()
    {
        Attempts("Only the second time", 90, Outcome.Failed, Outcome.Error, Outcome.Passed);
        Attempts("Never", 91, Outcome.Failed, Outcome.Error, Outcome.Failed);
        Attempts("Written twice", 92, Outcome.Passed);
        Attempts("Written twice", 93, Outcome.Passed);
        run.Evidence.WriteRun(run.Run with { Planned = [.. run.Run.Planned, new("Sci/b.feature", 3, "It was never begun")] });
    }

    private static Shape Attempt => new(["type"], ["message"], ["stackTrace", "system-out", "system-err"]);

    [Fact]
    public void Every_element_has_the_shape_of_Jenkins_schema_or_a_known_addition()
    {
        var wrong = new List<string>();
        foreach (var element in Report().DescendantsAndSelf())
        {
            var name = element.Name.ToString();
            if (!Jenkins.TryGetValue(name, out var shape))
            {
                wrong.Add(name);
                continue;
            }

            var attributes = element.Attributes().Select(a => a.Name.ToString()).ToList();
            wrong.AddRange(shape.Required.Except(attributes).Select(a => $"{name} without {a}"));
            wrong.AddRange(attributes.Except([.. shape.Required, .. shape.Optional]).Select(a => $"{name}@{a}"));
            wrong.AddRange(element.Elements().Select(e => e.Name.ToString()).Except(shape.Children).Select(c => $"{name}/{c}"));
        }

        wrong.Distinct().Except(Beyond).ShouldBeEmpty();
    }

    [Fact]
    public void The_run_of_this_test_has_an_element_of_every_kind_that_is_written() =>
        Report().DescendantsAndSelf().Select(e => e.Name.ToString()).Distinct()
            .ShouldBe(Jenkins.Keys.Except(["system-err"]), ignoreOrder: true);

    [Fact]
    public void Times_are_seconds_with_a_point_whatever_the_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            var times = Report().DescendantsAndSelf().Attributes("time").Select(a => a.Value).ToList();
            times.ShouldNotBeEmpty();
            times.ShouldAllBe(t => Seconds().IsMatch(t));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Jenkins_tells_each_case_apart_by_class_and_name() =>
        Report().Descendants("testcase").Select(c => $"{c.Attribute("classname")!.Value}.{c.Attribute("name")!.Value}").ShouldBeUnique();

    [Fact]
    public void Jenkins_reads_what_an_earlier_attempt_said_from_its_stack_trace()
    {
        var cases = Report().Descendants("testcase").ToDictionary(c => c.Attribute("name")!.Value);
        Said(cases["Only the second time"]).ShouldBe(["flakyFailure: attempt 1", "flakyError: attempt 2"]);
        Said(cases["Never"]).ShouldBe(["rerunFailure: attempt 1", "rerunError: attempt 2"]);
        cases["Never"].Elements("failure").ShouldHaveSingleItem().Attribute("message")!.Value.ShouldBe("attempt 3");
        cases["Only the second time"].Elements().Select(e => e.Name.ToString()).Intersect(Told).ShouldBeEmpty("it passed in the end");

        static IEnumerable<string> Said(XElement test) => test.Elements().Where(e => Retried.Contains(e.Name.ToString()))
            .Select(e => $"{e.Name}: {e.Element("stackTrace")!.Value.Split('\n')[1]}");
    }

    [Fact]
    public void GitLab_reads_the_text_of_each_failure_and_its_file()
    {
        foreach (var test in Report().Descendants("testcase"))
        {
            test.Attribute("file")!.Value.ShouldStartWith("features/");
            test.Elements().Count(e => Told.Contains(e.Name.ToString()) || e.Name == "skipped").ShouldBeLessThan(2);
            foreach (var told in test.Elements().Where(e => Told.Contains(e.Name.ToString())))
            {
                told.Value.ShouldNotBeNullOrWhiteSpace();
                RailsTypes.ShouldNotContain(told.Attribute("type")!.Value);
            }
        }
    }

    [Fact]
    public void Azure_reads_when_a_suite_began_and_on_which_machine_and_the_message_of_a_failure()
    {
        var suite = Report().Elements("testsuite").First();
        DateTime.Parse(suite.Attribute("timestamp")!.Value, CultureInfo.InvariantCulture).ShouldBe(new(2026, 3, 2, 9, 30, 0));
        suite.Attribute("hostname")!.Value.ShouldBe("lab-07, Debian 13");
        Report().Descendants().Where(e => Told.Contains(e.Name.ToString()))
            .ShouldAllBe(e => e.Attribute("message")!.Value.Length > 0);
    }

    [Fact]
    public void The_numbers_of_a_suite_are_those_of_its_cases()
    {
        foreach (var suite in Report().DescendantsAndSelf().Where(e => e.Name == "testsuite" || e.Name == "testsuites"))
        {
            var cases = suite.Descendants("testcase").ToList();
            Number(suite, "tests").ShouldBe(cases.Count);
            Number(suite, "failures").ShouldBe(cases.Count(c => c.Element("failure") is not null));
            Number(suite, "errors").ShouldBe(cases.Count(c => c.Element("error") is not null));
            Number(suite, "skipped").ShouldBe(cases.Count(c => c.Element("skipped") is not null));
        }

        static int Number(XElement suite, string name) => int.Parse(suite.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => run.Dispose();

    [GeneratedRegex(@"^[0-9]+\.[0-9]{3}$")]
    private static partial Regex Seconds();

    private XElement Report()
    {
        ReportWriter.Write(run.Folder);
        return XDocument.Load(Path.Combine(run.Folder.FullName, "junit.xml")).Root!;
    }

    private void Attempts(string name, int line, params Outcome[] outcomes)
    {
        foreach (var (number, outcome) in outcomes.Index())
        {
            var began = run.Run.Started.AddSeconds(number);
            run.Evidence.Add(
                new()
                {
                    FeaturePath = "Sci/a.feature",
                    Feature = "Retried",
                    Name = name,
                    Line = line,
                    Started = began,
                    Finished = began.AddMilliseconds(1500),
                    Outcome = outcome,
                    Error = outcome == Outcome.Passed ? null : new($"attempt {number + 1}", "at X.Y()", "Then it shows"),
                },
                new SecretMask());
        }
    }

    private sealed record Shape(string[] Required, string[] Optional, string[] Children);
}
