using System.Text.Json.Nodes;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Messages;

/// <summary>The messages of one scenario that ran: testCase, its steps begun and finished, its screenshots.</summary>
internal sealed class TestCaseMessages(
    MessageIds ids, LabHook lab, DirectoryInfo folder, string run, Pickle pickle, ScenarioEvidence scenario)
{
    private readonly string caseId = ids.New();
    private readonly string attempt = ids.New();
    private readonly string[] stepIds = [.. pickle.Steps.Select(_ => ids.New())];
    private readonly string hookStep = ids.New();

    private bool FailedOutside =>
        scenario.Outcome is Outcome.Failed or Outcome.Error
        && !scenario.Steps.Any(s => s.Outcome is StepOutcome.Failed or StepOutcome.Undefined);

    private bool HasHook => FailedOutside || Attachments.Of(scenario.Around).Any();

    public IEnumerable<JsonObject> All()
    {
        yield return TestCase();
        yield return Wrap("testCaseStarted", ("id", attempt), ("testCaseId", caseId), ("attempt", 0), ("timestamp", At(scenario.Started)));
        for (var i = 0; i < pickle.Steps.Count; i++)
        {
            foreach (var message in Step(stepIds[i], scenario.Steps.ElementAtOrDefault(i)))
            {
                yield return message;
            }
        }

        foreach (var message in HasHook ? Hook() : [])
        {
            yield return message;
        }

        yield return Wrap(
            "testCaseFinished", ("testCaseStartedId", attempt), ("timestamp", At(scenario.Finished)), ("willBeRetried", false));
    }

    private static JsonObject At(DateTimeOffset time) => Moments.Timestamp(time);

    private static JsonObject Wrap(string name, params (string Name, JsonNode? Value)[] members)
    {
        var inner = new JsonObject();
        foreach (var (member, value) in members)
        {
            inner[member] = value;
        }

        return new JsonObject { [name] = inner };
    }

    private JsonObject TestCase()
    {
        var steps = new JsonArray([.. pickle.Steps.Select(PickleTestStep)]);
        if (HasHook)
        {
            steps.Add(new JsonObject { ["id"] = hookStep, ["hookId"] = lab.Id });
        }

        return Wrap("testCase", ("id", caseId), ("pickleId", ids.Of(pickle)), ("testSteps", steps), ("testRunStartedId", run));
    }

    // The lab's engine binds steps, not Cucumber, so there is no step definition to point to.
    private JsonNode PickleTestStep(PickleStep step, int index) => new JsonObject
    {
        ["id"] = stepIds[index],
        ["pickleStepId"] = ids.Of(step),
        ["stepDefinitionIds"] = new JsonArray(),
        ["stepMatchArgumentsLists"] = new JsonArray(),
    };

    private IEnumerable<JsonObject> Step(string id, StepEvidence? step)
    {
        var started = step?.Started ?? scenario.Finished;
        var milliseconds = step?.WallMs ?? 0;
        yield return Started(id, started);
        foreach (var attachment in Attachments.Of(step?.Seen ?? []))
        {
            yield return Attach(id, attachment);
        }

        yield return Finished(id, Status(step), milliseconds, Message(step), started.AddMilliseconds(milliseconds));
    }

    private IEnumerable<JsonObject> Hook()
    {
        yield return Started(hookStep, scenario.Finished);
        foreach (var attachment in Attachments.Of(scenario.Around))
        {
            yield return Attach(hookStep, attachment);
        }

        yield return Finished(
            hookStep, FailedOutside ? "FAILED" : "PASSED", 0, FailedOutside ? ErrorText() : null, scenario.Finished);
    }

    private JsonObject Started(string id, DateTimeOffset time) =>
        Wrap("testStepStarted", ("testCaseStartedId", attempt), ("testStepId", id), ("timestamp", At(time)));

    private JsonObject Finished(string id, string status, double milliseconds, string? message, DateTimeOffset time)
    {
        var result = new JsonObject { ["duration"] = Moments.Duration(milliseconds), ["status"] = status };
        if (message is not null)
        {
            result["message"] = message;
        }

        return Wrap(
            "testStepFinished",
            ("testCaseStartedId", attempt),
            ("testStepId", id),
            ("testStepResult", result),
            ("timestamp", At(time)));
    }

    private JsonObject Attach(string step, FileSeen file)
    {
        var path = new EvidenceFolder(folder).FilePath(file.Name);
        var body = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return Wrap(
            "attachment",
            ("body", Convert.ToBase64String(body)),
            ("contentEncoding", "BASE64"),
            ("fileName", file.Name),
            ("mediaType", Attachments.MediaType(file.Name)),
            ("testCaseStartedId", attempt),
            ("testStepId", step),
            ("timestamp", At(file.Wall)));
    }

    private string Status(StepEvidence? step) => step?.Outcome switch
    {
        StepOutcome.Passed => "PASSED",
        StepOutcome.Failed => "FAILED",
        StepOutcome.Undefined => "UNDEFINED",
        _ => "SKIPPED",
    };

    private string? Message(StepEvidence? step) => step?.Outcome switch
    {
        StepOutcome.Failed or StepOutcome.Undefined => ErrorText(),
        // One reason is enough for all steps.
        StepOutcome.Skipped when ReferenceEquals(step, scenario.Steps[0]) => scenario.Reason,
        _ => null,
    };

    private string? ErrorText() => scenario.Error is { } error ? $"{error.Message}\n{error.Stack}".TrimEnd() : null;
}
