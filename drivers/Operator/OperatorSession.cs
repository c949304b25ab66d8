using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Operator;

/// <summary>
/// The person at the bench in one scenario. What is to be done waits for the next question, whose answer confirms all of it: a
/// press is confirmed by the screen that comes after it. Safe from any thread.
/// </summary>
/// <param name="desk">Where the person is asked; called at the first question.</param>
/// <param name="evidence">Takes down every question and answer.</param>
/// <param name="bench">The bench page of the scenario; null while there is none.</param>
public sealed class OperatorSession(Func<IOperatorDesk> desk, IEvidenceSink evidence, Func<Uri?> bench)
{
    private readonly Lock gate = new();
    private readonly List<string> acts = [];
    private readonly Dictionary<string, OperatorAnswer> standing = new(StringComparer.Ordinal);
    private string? scenario;
    private string? step;

    /// <summary>Says which step asks from now on; what was answered before a When need not be so after it.</summary>
    public void About(string ofScenario, string ofStep)
    {
        lock (gate)
        {
            (scenario, step) = (ofScenario, ofStep);
            if (ofStep.StartsWith("When ", StringComparison.Ordinal))
            {
                standing.Clear();
            }
        }
    }

    /// <summary>Whether a question was answered with yes, and that can't have changed since.</summary>
    public bool Stands(string text)
    {
        lock (gate)
        {
            return acts.Count == 0 && standing.ContainsKey(text);
        }
    }

    /// <summary>Has the person do something, before the next question.</summary>
    public void Do(string act)
    {
        lock (gate)
        {
            acts.Add(act);
            standing.Clear();
        }
    }

    /// <summary>Asks whether all is done that was to be done; nothing when nothing was.</summary>
    public async Task ConfirmAsync(CancellationToken cancel = default)
    {
        bool pending;
        lock (gate)
        {
            pending = acts.Count > 0;
        }

        if (!pending)
        {
            return;
        }

        var answer = await AskAsync("bench", QuestionKind.Do, "Done?", [], cancel);
        if (answer.Verdict != Verdict.Pass)
        {
            throw new PanelRefusedException($"the operator could not do that{(answer.Text is null ? "" : $": {answer.Text}")}");
        }
    }

    /// <summary>Has the person measure something; throws <see cref="PanelRefusedException"/> when it can't be.</summary>
    public async Task<double> MeasureAsync(string device, string what, string unit, CancellationToken cancel = default)
    {
        var answer = await AskAsync(
            device, QuestionKind.Number, $"Measure the {what} of {device}: how many {unit}?", [], cancel, unit);
        return answer.Verdict == Verdict.Pass && OperatorAnswer.NumberOf(answer.Text) is { } number
            ? number
            : throw new PanelRefusedException(
                $"the {what} of {device} can't be measured, says the operator{(answer.Text is null ? "" : $": {answer.Text}")}");
    }

    /// <summary>Has the person take a photo, which goes to the evidence.</summary>
    public async Task PhotographAsync(string device, string what, CancellationToken cancel = default)
    {
        var answer = await AskAsync(device, QuestionKind.Photo, $"Take a photo of the {what} of {device}.", [], cancel);
        if (answer.Verdict != Verdict.Pass || answer.Photo is not { } photo)
        {
            throw new PanelRefusedException(
                $"there is no photo of the {what} of {device}, says the operator{(answer.Text is null ? "" : $": {answer.Text}")}");
        }

        evidence.FileKept($"{device}-{what.Replace(' ', '-')}.{(photo[0] == 0xFF ? "jpg" : "png")}", photo, $"the {what} of {device}");
    }

    /// <summary>
    /// Asks. What was confirmed and can't have changed since is not asked again. Throws <see cref="NotApplicableException"/> or
    /// <see cref="NotAnsweredException"/> when the person gives no verdict.
    /// </summary>
    public async Task<OperatorAnswer> AskAsync(
        string device,
        QuestionKind kind,
        string text,
        IReadOnlyList<string> choices,
        CancellationToken cancel = default,
        string? unit = null)
    {
        OperatorQuestion question;
        lock (gate)
        {
            if (acts.Count == 0 && standing.TryGetValue(text, out var known))
            {
                return known;
            }

            question = new(device, kind, text, Bench: bench())
            {
                Acts = [.. acts],
                Choices = choices,
                Unit = unit,
                Scenario = scenario,
                Step = step,
            };
            acts.Clear();
        }

        var answer = await desk().AskAsync(question, cancel);
        var asked = string.Join(' ', question.Acts.Append(text));
        evidence.Attested(device, asked, answer.ToString());
        if (answer.Verdict == Verdict.Pass)
        {
            lock (gate)
            {
                standing[text] = answer;
            }
        }

        var because = answer.Text is null ? "" : $": {answer.Text}";
        return answer.Verdict switch
        {
            Verdict.NotApplicable => throw new NotApplicableException($"not applicable, says the operator: {asked}{because}"),
            Verdict.NotAnswered => throw new NotAnsweredException($"nobody answered in time: {asked}"),
            _ => answer,
        };
    }
}
