using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Messages;

/// <summary>Writes messages.ndjson: Cucumber Messages, which other tools of the Cucumber family read.</summary>
internal sealed class MessagesReport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RunReading reading;
    private readonly MessageIds ids = new();
    private readonly StringBuilder lines = new();

    private MessagesReport(RunReading reading) => this.reading = reading;

    public static void Write(RunReading reading)
    {
        var report = new MessagesReport(reading);
        report.All();
        WholeFile.Write(
            Path.Combine(reading.Folder.FullName, "messages.ndjson"), Encoding.UTF8.GetBytes(report.lines.ToString()));
    }

    private void All()
    {
        Line(Meta());
        Features();
        var run = ids.New();
        Line(new JsonObject
        {
            ["testRunStarted"] = new JsonObject { ["timestamp"] = Moments.Timestamp(reading.Run.Started), ["id"] = run },
        });
        TestCases(run);
        Line(Finished(run));
    }

    private void Features()
    {
        var sources = reading.Evidence.Features.ToDictionary(f => f.Path, f => f.Content);
        foreach (var feature in reading.Features)
        {
            Line(new JsonObject
            {
                ["source"] = new JsonObject
                {
                    ["uri"] = feature.Path,
                    ["data"] = sources[feature.Path],
                    ["mediaType"] = "text/x.cucumber.gherkin+plain",
                },
            });
            Line(new DocumentMessage(ids).Of(feature));
            foreach (var pickle in feature.Pickles)
            {
                Line(new PickleMessage(ids).Of(pickle));
            }
        }
    }

    private void TestCases(string run)
    {
        var lab = new LabHook(ids);
        Line(lab.Message());
        var pickles = reading.Features.SelectMany(f => f.Pickles).ToLookup(p => (p.Path, p.Line));
        foreach (var scenario in reading.Scenarios.Select(s => s.Evidence))
        {
            if (pickles[(scenario.FeaturePath, scenario.Line)].FirstOrDefault() is { } pickle)
            {
                foreach (var message in new TestCaseMessages(ids, lab, reading.Folder, run, pickle, scenario).All())
                {
                    Line(message);
                }
            }
        }
    }

    private JsonObject Meta() => new()
    {
        ["meta"] = new JsonObject
        {
            ["protocolVersion"] = "34.2.1",
            ["implementation"] = new JsonObject { ["name"] = "PairingLab", ["version"] = reading.Run.ToolVersion },
            ["runtime"] = new JsonObject { ["name"] = ".NET", ["version"] = Environment.Version.ToString() },
            ["os"] = new JsonObject { ["name"] = reading.Run.Machine },
            ["cpu"] = new JsonObject
            {
                ["name"] = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString(),
            },
        },
    };

    private JsonObject Finished(string run)
    {
        var last = reading.Scenarios.Select(s => s.Evidence.Finished).DefaultIfEmpty(reading.Run.Started).Max();
        return new JsonObject
        {
            ["testRunFinished"] = new JsonObject
            {
                ["success"] = reading.Summary.Verdict is Outcome.Passed or Outcome.Skipped,
                ["message"] = string.Join('\n', reading.Summary.Problems),
                ["timestamp"] = Moments.Timestamp(reading.Run.Finished ?? last),
                ["testRunStartedId"] = run,
            },
        };
    }

    private void Line(JsonObject message) => lines.Append(message.ToJsonString(Options)).Append('\n');
}
