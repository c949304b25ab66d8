using System.Globalization;
using System.Text;
using System.Xml;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.JUnit;

/// <summary>Writes junit.xml as continuous integration servers read it: a suite a feature, a case a scenario.</summary>
internal sealed class JUnitReport
{
    private readonly XmlWriter xml;

    private JUnitReport(XmlWriter xml) => this.xml = xml;

    public static void Write(RunReading reading)
    {
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            new JUnitReport(writer).Run(reading);
        }

        WholeFile.Write(Path.Combine(reading.Folder.FullName, "junit.xml"), content.ToArray());
    }

    private void Run(RunReading reading)
    {
        var summary = reading.Summary;
        xml.WriteStartElement("testsuites");
        Attribute("name", $"PairingLab {reading.Run.Id}");
        Counts(summary.Total + summary.Missing.Count, summary.Failed, summary.Error + summary.Missing.Count, summary.Skipped);
        Attribute("time", Seconds(reading.Scenarios.Select(s => s.Evidence)));
        foreach (var suite in reading.Scenarios.GroupBy(s => s.Evidence.FeaturePath))
        {
            Suite(reading.Run, [.. suite.Select(s => s.Evidence)]);
        }

        Missing(summary.Missing);
        xml.WriteEndElement();
    }

    private void Suite(RunEvidence run, IReadOnlyList<ScenarioEvidence> scenarios)
    {
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
        foreach (var scenario in scenarios)
        {
            Case(scenario);
        }

        xml.WriteEndElement();
    }

    private void Case(ScenarioEvidence scenario)
    {
        xml.WriteStartElement("testcase");
        Attribute("classname", scenario.Rule is null ? scenario.Feature : $"{scenario.Feature}.{scenario.Rule}");
        Attribute("name", scenario.Name);
        Attribute("file", scenario.FeaturePath);
        Attribute("line", scenario.Line.ToString(CultureInfo.InvariantCulture));
        Attribute("time", Seconds([scenario]));
        Ending(scenario);
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
            Failure(scenario.Outcome == Outcome.Failed ? "failure" : "error", scenario.Error);
        }
    }

    private void Failure(string element, ScenarioError? error)
    {
        xml.WriteStartElement(element);
        Attribute("message", error?.Message ?? "");
        xml.WriteString(XmlText.Of($"{error?.Step ?? "outside the steps"}\n{error?.Message}\n{error?.Stack}".TrimEnd()));
        xml.WriteEndElement();
    }

    private void Missing(IReadOnlyList<PlannedScenario> missing)
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
            Attribute("name", scenario.Name);
            Failure("error", new ScenarioError("The scenario was selected and left no evidence.", null, null));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

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
