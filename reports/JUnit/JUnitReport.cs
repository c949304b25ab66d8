using System.Globalization;
using System.Text;
using System.Xml;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.JUnit;

/// <summary>Writes junit.xml as continuous integration servers read it: a suite a feature, a case a scenario.</summary>
internal sealed class JUnitReport
{
    private const int LongestMessage = 2000;

    private readonly XmlWriter xml;

    private JUnitReport(XmlWriter xml) => this.xml = xml;

    public static void Write(RunReading reading) => WholeFile.Write(Path.Combine(reading.Folder.FullName, "junit.xml"), stream =>
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) });
        new JUnitReport(writer).Run(reading);
    });

    private void Run(RunReading reading)
    {
        var summary = reading.Summary;
        xml.WriteStartElement("testsuites");
        Attribute("name", $"PairingLab {reading.Run.Id}");
        Counts(summary.Total + summary.Missing.Count, summary.Failed, summary.Error + summary.Missing.Count, summary.Skipped);
        Attribute("time", Seconds(reading.Results.Select(r => r.Evidence)));
        foreach (var suite in reading.Results.GroupBy(r => r.Evidence.FeaturePath))
        {
            Suite(reading.Run, [.. suite]);
        }

        Missing(reading.Run, summary.Missing);
        xml.WriteEndElement();
    }

    private void Suite(RunEvidence run, IReadOnlyList<ScenarioResult> results)
    {
        IReadOnlyList<ScenarioEvidence> scenarios = [.. results.Select(r => r.Evidence)];
        xml.WriteStartElement("testsuite");
        Attribute("name", scenarios[0].Feature);
        Counts(
            scenarios.Count,
            scenarios.Count(s => s.Outcome == Outcome.Failed),
            scenarios.Count(s => s.Outcome == Outcome.Error),
            scenarios.Count(s => s.Outcome == Outcome.Skipped));
        Attribute("time", Seconds(scenarios));
        Attribute("timestamp", scenarios.Min(s => s.Started).UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        Attribute("hostname", run.Machine);
        Properties([
            ("bench", run.Bench),
            ("through", run.Through),
            ("seed", run.Seed.ToString(CultureInfo.InvariantCulture)),
        ]);
        foreach (var (result, name) in results.Zip(UniqueNames(scenarios)))
        {
            Case(run, result, name);
        }

        xml.WriteEndElement();
    }

    // Servers tell the cases of a suite apart by name. Rows of an outline may share one, so theirs get the row's values.
    private static IEnumerable<string> UniqueNames(IReadOnlyList<ScenarioEvidence> scenarios)
    {
        var written = scenarios.CountBy(s => s.Name).ToDictionary();
        var named = scenarios.Select(s => (Scenario: s, Name: written[s.Name] == 1 || s.Arguments.Count == 0
            ? s.Name
            : $"{s.Name} ({string.Join(", ", s.Arguments.Select(a => $"{a.Name}: {a.Value}"))})")).ToList();
        var filled = named.CountBy(n => n.Name).ToDictionary();
        return named.Select(n => filled[n.Name] == 1 ? n.Name
            : n.Scenario.Repetition == 1 ? $"{n.Name} (line {n.Scenario.Line})"
            : $"{n.Name} (line {n.Scenario.Line}, repetition {n.Scenario.Repetition})");
    }

    private void Case(RunEvidence run, ScenarioResult result, string name)
    {
        var scenario = result.Evidence;
        xml.WriteStartElement("testcase");
        Attribute("classname", scenario.Rule is null ? scenario.Feature : $"{scenario.Feature}.{scenario.Rule}");
        Attribute("name", name);
        Attribute("file", FromRoot(run, scenario.FeaturePath));
        Attribute("line", scenario.Line.ToString(CultureInfo.InvariantCulture));
        Attribute("time", Seconds([scenario]));
        Properties(
        [
            .. scenario.Tags.Select(tag => ("tag", tag)),
            ("seed", (scenario.Seed ?? run.Seed).ToString(CultureInfo.InvariantCulture)),
            .. scenario.Measurements.Select(m => ($"measurement: {m.Name}", m.Text)),
            ("attempts", result.Attempts.Count.ToString(CultureInfo.InvariantCulture)),
        ]);
        Ending(scenario);
        EarlierFailures(result);
        xml.WriteElementString("system-out", XmlText.Of(StepLines(scenario)));
        xml.WriteEndElement();
    }

    private void Ending(ScenarioEvidence scenario)
    {
        if (scenario.Outcome == Outcome.Skipped)
        {
            xml.WriteStartElement("skipped");
            Attribute("message", scenario.Reason ?? "");
            xml.WriteEndElement();
        }
        else if (scenario.Outcome is Outcome.Failed or Outcome.Error)
        {
            BeginFailure(scenario.Outcome == Outcome.Failed ? "failure" : "error", scenario.Outcome, scenario.Error);
            xml.WriteString(Told(scenario.Error));
            xml.WriteEndElement();
        }
    }

    // As Maven Surefire writes them, which servers read: a flaky case passed in the end, one that was run again did not.
    private void EarlierFailures(ScenarioResult result)
    {
        var element = result.Outcome == Outcome.Flaky ? "flaky" : "rerun";
        foreach (var attempt in result.Attempts.SkipLast(1).Select(a => a.Evidence))
        {
            if (attempt.Outcome is Outcome.Failed or Outcome.Error)
            {
                BeginFailure($"{element}{(attempt.Outcome == Outcome.Failed ? "Failure" : "Error")}", attempt.Outcome, attempt.Error);
                xml.WriteElementString("stackTrace", Told(attempt.Error));
                xml.WriteEndElement();
            }
        }
    }

    private void BeginFailure(string element, Outcome outcome, ScenarioError? error)
    {
        xml.WriteStartElement(element);
        Attribute("type", outcome.ToString());
        Attribute("message", Visible.Excerpt(error?.Message ?? "", LongestMessage));
    }

    private void Missing(RunEvidence run, IReadOnlyList<PlannedScenario> missing)
    {
        if (missing.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("testsuite");
        Attribute("name", "Scenarios that left no evidence");
        Counts(missing.Count, 0, missing.Count, 0);
        foreach (var scenario in missing)
        {
            xml.WriteStartElement("testcase");
            Attribute("classname", scenario.FeaturePath);
            Attribute("name", missing.Count(m => (m.FeaturePath, m.Name) == (scenario.FeaturePath, scenario.Name)) == 1
                ? scenario.Name
                : $"{scenario.Name} (line {scenario.Line})");
            Attribute("file", FromRoot(run, scenario.FeaturePath));
            Attribute("line", scenario.Line.ToString(CultureInfo.InvariantCulture));
            var error = new ScenarioError("The scenario was selected and left no evidence.", null, null);
            BeginFailure("error", Outcome.Error, error);
            xml.WriteString(Told(error));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Properties(IReadOnlyList<(string Name, string Value)> properties)
    {
        if (properties.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            xml.WriteStartElement("property");
            Attribute("name", name);
            Attribute("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Evidence has paths relative to the feature root; annotations of a server need them relative to the repository.
    private static string FromRoot(RunEvidence run, string path) =>
        run.FeatureRoot.Length == 0 ? path : $"{run.FeatureRoot.TrimEnd('/')}/{path}";

    private void Counts(int tests, int failures, int errors, int skipped)
    {
        Attribute("tests", tests.ToString(CultureInfo.InvariantCulture));
        Attribute("failures", failures.ToString(CultureInfo.InvariantCulture));
        Attribute("errors", errors.ToString(CultureInfo.InvariantCulture));
        Attribute("skipped", skipped.ToString(CultureInfo.InvariantCulture));
    }

    private void Attribute(string name, string value) => xml.WriteAttributeString(name, XmlText.Of(value));

    private static string Seconds(IEnumerable<ScenarioEvidence> scenarios) =>
        scenarios.Sum(s => (s.Finished - s.Started).TotalSeconds).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Told(ScenarioError? error) =>
        XmlText.Of($"{error?.Step ?? "outside the steps"}\n{error?.Message}\n{error?.Stack}".TrimEnd());

    private static string StepLines(ScenarioEvidence scenario)
    {
        var text = new StringBuilder();
        foreach (var step in scenario.Steps)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{step.Outcome,-9} {step.Keyword} {step.Text} ({step.WallMs:0} ms)");
            foreach (var row in step.Table ?? [])
            {
                text.AppendLine($"          | {string.Join(" | ", row)} |");
            }
        }

        return text.ToString();
    }
}
