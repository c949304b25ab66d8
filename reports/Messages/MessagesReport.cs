using System.Runtime.InteropServices;
using Cucumber.Messages;
using Io.Cucumber.Messages.Types;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Messages;

/// <summary>Writes messages.ndjson: Cucumber Messages, which other tools of the Cucumber family read.</summary>
internal sealed class MessagesReport(RunReading reading)
{
    public static void Write(RunReading reading) =>
        WholeFile.Write(Path.Combine(reading.Folder.FullName, "messages.ndjson"), stream =>
        {
            using var writer = new StreamWriter(stream);
            foreach (var message in new MessagesReport(reading).All())
            {
                writer.Write(MessageJson.Of(message));
                writer.Write('\n');
            }
        });

    private IEnumerable<object> All()
    {
        var run = reading.Ids.GetNewId();
        var hook = TestCaseMessages.OutsideTheSteps(reading.Ids.GetNewId());
        IEnumerable<object> begin = [Envelope.Create(new TestRunStarted(Time(reading.Run.Started), run)), Envelope.Create(hook)];

        // Each is made when it is written: all of them would be more than the evidence itself.
        return Features().Prepend(Envelope.Create(Meta())).Concat(begin).Concat(TestCases(run, hook))
            .Concat(Enumerable.Range(0, 1).Select(_ => Envelope.Create(Finished(run))));
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

    private IEnumerable<object> TestCases(string run, Hook hook)
    {
        var room = new InlineRoom();
        return
            from result in reading.Results
            let pickle = reading.PickleOf(result.Evidence)
            where pickle is not null
            from message in TestCaseMessages.Of(reading, run, hook, pickle, result, room)
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
