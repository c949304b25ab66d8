using PairingLab.Reports.Html;
using PairingLab.Reports.JUnit;
using PairingLab.Reports.Messages;

namespace PairingLab.Reports;

/// <summary>Writes every report of a run from its evidence; may be done again at any time.</summary>
public static class ReportWriter
{
    /// <summary>Writes index.html and its pages, junit.xml and messages.ndjson into the run's folder.</summary>
    public static RunSummary Write(DirectoryInfo run)
    {
        var reading = RunReading.Of(run);
        Write(reading);
        return reading.Summary;
    }

    /// <summary>Writes them from evidence that was read.</summary>
    public static void Write(RunReading reading)
    {
        HtmlReport.Write(reading);
        JUnitReport.Write(reading);
        MessagesReport.Write(reading);
    }
}
