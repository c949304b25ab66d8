namespace PairingLab.Drivers.Operator;

/// <summary>An open question and the promise of its answer; null when the asker gave up.</summary>
internal sealed class PendingQuestion(OpenQuestion open)
{
    // Whoever answers must not run the scenario's next step on its own thread.
    private readonly TaskCompletionSource<OperatorAnswer?> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OpenQuestion Open => open;

    public Task<OperatorAnswer?> Answered => answered.Task;

    public bool NeedsText(Verdict verdict, string? text) =>
        open.Question.Kind == QuestionKind.Read && verdict == Verdict.Pass && text is null;

    public void Resolve(OperatorAnswer? answer) => answered.SetResult(answer);
}
