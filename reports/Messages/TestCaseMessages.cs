using Cucumber.Messages;
using Io.Cucumber.Messages.Types;
using PairingLab.Reports.Evidence;
using Pickle = PairingLab.Reports.Gherkin.Pickle;

namespace PairingLab.Reports.Messages;

/// <summary>
/// The messages of one attempt at a scenario: its steps begun and finished, its screenshots. The test case is the same for all attempts.
/// </summary>
internal sealed class TestCaseMessages(
    RunReading reading, TestCase testCase, ScenarioEvidence scenario, int number, bool isLast, InlineRoom room)
{
    private readonly string attempt = reading.Ids.GetNewId();
    private readonly string[] stepIds = [.. testCase.TestSteps.Where(s => s.HookId is null).Select(s => s.Id)];
    private readonly string? hookStep = testCase.TestSteps.FirstOrDefault(s => s.HookId is not null)?.Id;

    private bool FailedOutside => IsFailedOutside(scenario);

    private string? ErrorText => scenario.Error is { } error ? $"{error.Message}\n{error.Stack}".TrimEnd() : null;

    /// <summary>The hook that a failure outside the steps is blamed on, so that such a scenario does not look passed.</summary>
    public static Hook OutsideTheSteps(string id) =>
        new(id, "outside the steps", new SourceReference(null, null, null, null), tagExpression: null, HookType.AFTER_TEST_CASE);

    /// <summary>The test case of a scenario, and all its attempts.</summary>
    public static IEnumerable<object> Of(
        RunReading reading, string run, Hook hook, Pickle pickle, ScenarioResult result, InlineRoom room)
    {
        // The lab's engine binds steps, not Cucumber, so there is no step definition to point to.
        var steps = pickle.Message.Steps.Select(step => new TestStep(null, reading.Ids.GetNewId(), step.Id, [], []));
        var around = result.Attempts.Any(a => IsFailedOutside(a.Evidence) || Files(a.Evidence.Around).Any())
            ? new[] { new TestStep(hook.Id, reading.Ids.GetNewId(), null, null, null) }
            : [];
        var testCase = new TestCase(reading.Ids.GetNewId(), pickle.Message.Id, [.. steps, .. around], run);
        var last = result.Attempts.Count - 1;
        return
        [
            Envelope.Create(testCase),
            .. result.Attempts.SelectMany((a, i) => new TestCaseMessages(reading, testCase, a.Evidence, i, i == last, room).All()),
        ];
    }

    private IEnumerable<object> All() =>
    [
        Envelope.Create(new TestCaseStarted(number, attempt, testCase.Id, workerId: null, Time(scenario.Started))),
        .. stepIds.SelectMany((id, i) => Step(id, scenario.Steps.ElementAtOrDefault(i))),
        .. hookStep is null ? [] : Hook(hookStep),
        Envelope.Create(new TestCaseFinished(attempt, Time(scenario.Finished), willBeRetried: !isLast)),
    ];

    private static bool IsFailedOutside(ScenarioEvidence scenario) =>
        scenario.Outcome is Outcome.Failed or Outcome.Error
        && !scenario.Steps.Any(s => s.Outcome is StepOutcome.Failed or StepOutcome.Undefined);

    private IEnumerable<object> Step(string id, StepEvidence? step)
    {
        var started = step?.Started ?? scenario.Finished;
        return Step(id, started, TimeSpan.FromMilliseconds(step?.WallMs ?? 0), Status(step), Message(step), step?.Seen ?? []);
    }

    private IEnumerable<object> Hook(string id) => FailedOutside
        ? Step(id, scenario.Finished, TimeSpan.Zero, TestStepResultStatus.FAILED, ErrorText, scenario.Around)
        : Step(id, scenario.Finished, TimeSpan.Zero, TestStepResultStatus.PASSED, null, scenario.Around);

    private IEnumerable<object> Step(
        string id, DateTimeOffset started, TimeSpan duration, TestStepResultStatus status, string? message, IReadOnlyList<Seen> seen)
    {
        var result = new TestStepResult(Converters.ToDuration(duration), message, status, exception: null);
        return
        [
            Envelope.Create(new TestStepStarted(attempt, id, Time(started))),
            .. Files(seen).Select(file => Attach(id, file)),
            Envelope.Create(new TestStepFinished(attempt, id, result, Time(started + duration))),
        ];
    }

    private object Attach(string step, FileSeen file)
    {
        var kept = new FileInfo(new EvidenceFolder(reading.Folder).FilePath(file.Name));
        if (file.PictureType is null || !kept.Exists || !room.Take(kept.Length))
        {
            return new ExternalAttachmentMessage(new(
                $"evidence/files/{Uri.EscapeDataString(file.Name)}", file.MediaType, attempt, step, Time(file.Wall)));
        }

        return Envelope.Create(new Attachment(
            body: Convert.ToBase64String(File.ReadAllBytes(kept.FullName)),
            contentEncoding: AttachmentContentEncoding.BASE64,
            fileName: file.Name,
            mediaType: file.PictureType,
            source: null,
            testCaseStartedId: attempt,
            testStepId: step,
            url: null,
            testRunStartedId: null,
            testRunHookStartedId: null,
            timestamp: Time(file.Wall)));
    }

    private static TestStepResultStatus Status(StepEvidence? step) => step?.Outcome switch
    {
        StepOutcome.Passed => TestStepResultStatus.PASSED,
        StepOutcome.Failed => TestStepResultStatus.FAILED,
        StepOutcome.Undefined => TestStepResultStatus.UNDEFINED,
        _ => TestStepResultStatus.SKIPPED,
    };

    private string? Message(StepEvidence? step) => step?.Outcome switch
    {
        StepOutcome.Failed or StepOutcome.Undefined => ErrorText,
        // One reason is enough for all steps.
        StepOutcome.Skipped when ReferenceEquals(step, scenario.Steps[0]) => scenario.Reason,
        _ => null,
    };

    private static IEnumerable<FileSeen> Files(IEnumerable<Seen> seen) => seen.OfType<FileSeen>();

    private static Timestamp Time(DateTimeOffset time) => Converters.ToTimestamp(time.UtcDateTime);
}
