using System.Runtime.InteropServices;
using Cucumber.Messages;
using Io.Cucumber.Messages.Types;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Messages;

/// <summary>Writes messages.ndjson: Cucumber Messages, which other tools of the Cucumber family read.</summary>
internal sealed class MessagesReport(RunReading reading)
{
    public static void Write(RunReading reading)
    {
        using var content = new MemoryStream();
        using (var writer = new MessageToNdjsonWriter(content, (stream, message) => stream.Write(MessageJson.Of(message))))
        {
            foreach (var message in new MessagesReport(reading).All())
            {
                writer.Write(message);
            }
        }

        WholeFile.Write(Path.Combine(reading.Folder.FullName, "messages.ndjson"), content.ToArray());
    }

    private IEnumerable<Envelope> All()
    {
        var run = reading.Ids.GetNewId();
        var hook = TestCaseMessages.OutsideTheSteps(reading.Ids.GetNewId());
        return
        [
            Envelope.Create(Meta()),
            .. Features(),
            Envelope.Create(new TestRunStarted(Time(reading.Run.Started), run)),
            Envelope.Create(hook),
            .. TestCases(run, hook),
            Envelope.Create(Finished(run)),
        ];
    }

    private IEnumerable<Envelope> Features()
    {
        var sources = reading.Evidence.Features.ToDictionary(f => f.Path, f => f.Content);
        foreach (var feature in reading.Features)
        {
            yield return Envelope.Create(
                new Source(feature.Path, sources[feature.Path], SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN));
            yield return Envelope.Create(feature.Document);
            foreach (var pickle in feature.Pickles)
            {
                yield return Envelope.Create(pickle.Message);
            }
        }
    }

    private IEnumerable<Envelope> TestCases(string run, Hook hook)
    {
        var pickles = reading.Features.SelectMany(f => f.Pickles).ToLookup(p => (p.Path, p.Line));
        return
            from result in reading.Results
            from pickle in pickles[(result.Evidence.FeaturePath, result.Evidence.Line)].Take(1)
            from message in TestCaseMessages.Of(reading, run, hook, pickle, result)
            select message;
    }

    private Meta Meta() => new(
        ProtocolVersion.Version,
        new Product("PairingLab", reading.Run.ToolVersion),
        new Product(".NET", Environment.Version.ToString()),
        new Product(reading.Run.Machine, null),
        new Product(RuntimeInformation.ProcessArchitecture.ToString(), null),
        ci: null);

    private TestRunFinished Finished(string run)
    {
        var last = reading.Scenarios.Select(s => s.Evidence.Finished).DefaultIfEmpty(reading.Run.Started).Max();
        return new TestRunFinished(
            string.Join('\n', reading.Summary.Problems),
            reading.Summary.Verdict is Outcome.Passed or Outcome.Skipped,
            Time(reading.Run.Finished ?? last),
            exception: null,
            run);
    }

    private static Timestamp Time(DateTimeOffset time) => Converters.ToTimestamp(time.UtcDateTime);
}
