using System.Collections.Concurrent;

namespace PairingLab.Drivers.Operator;

/// <summary>Keeps the open questions; console and page answer them, and the first answer wins. Safe from any thread.</summary>
/// <param name="time">Real time, as the person has it; not the lab's.</param>
/// <param name="limit">How long a question stays open when it doesn't say.</param>
public sealed class OperatorDesk(TimeProvider time, TimeSpan limit) : IOperatorDesk
{
    private readonly ConcurrentDictionary<int, PendingQuestion> pending = [];
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(string Device, string Text), OperatorAnswer> earlier = [];
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int version;
    private int asked;

    /// <summary>The open questions changed; called on the thread that changed them, and must not throw.</summary>
    public event Action? Changed;

    /// <summary>The open questions, oldest first.</summary>
    public IReadOnlyList<OpenQuestion> Open => [.. pending.Values.Select(p => p.Open).OrderBy(o => o.Id)];

    /// <summary>Waits until the open questions are others than at that version; the version they have then. The first is 1.</summary>
    public async Task<int> ChangedSinceAsync(int seen, CancellationToken cancel = default)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (version > seen)
                {
                    return version;
                }

                change = next.Task;
            }

            await change.WaitAsync(cancel);
        }
    }

    /// <inheritdoc />
    public async Task<OperatorAnswer> AskAsync(OperatorQuestion question, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var span = question.Limit ?? limit;
        var before = earlier.GetValueOrDefault((question.Device, question.Text));
        var entry = new PendingQuestion(new(Interlocked.Increment(ref asked), question, time.GetUtcNow() + span, before));
        pending[entry.Open.Id] = entry;
        Tell();
        await using var timer = time.CreateTimer(
            _ => Close(entry.Open.Id, new OperatorAnswer(Verdict.NotAnswered)), null, span, Timeout.InfiniteTimeSpan);
        await using var cancelled = cancel.Register(() => Close(entry.Open.Id, null));
        return await entry.Answered ?? throw new OperationCanceledException(cancel);
    }

    /// <summary>Answers an open question; says whether the answer counts.</summary>
    public AnswerOutcome Answer(int id, Verdict verdict, string? text = null, byte[]? photo = null)
    {
        if (verdict is not (Verdict.Pass or Verdict.Fail or Verdict.NotApplicable))
        {
            throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "only pass, fail and not applicable are a person's answers");
        }

        if (id < 1 || id > Volatile.Read(ref asked))
        {
            return AnswerOutcome.NoSuchQuestion;
        }

        var words = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return pending.TryGetValue(id, out var entry) && verdict == Verdict.Pass && entry.Lacks(words, photo) is { } lacks
            ? lacks
            : Close(id, new OperatorAnswer(verdict, words) { Photo = photo }) ? AnswerOutcome.Taken : AnswerOutcome.TooLate;
    }

    // Who removes the question answers it: of two at once only one can.
    private bool Close(int id, OperatorAnswer? answer)
    {
        if (!pending.TryRemove(id, out var entry))
        {
            return false;
        }

        if (answer is { Verdict: not Verdict.NotAnswered })
        {
            earlier[(entry.Open.Question.Device, entry.Open.Question.Text)] = answer;
        }

        Tell();
        entry.Resolve(answer);
        return true;
    }

    private void Tell()
    {
        TaskCompletionSource waiters;
        lock (gate)
        {
            version++;
            waiters = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiters.SetResult();
        Changed?.Invoke();
    }
}

/// <summary>An open question and the promise of its answer; null when the asker gave up.</summary>
internal sealed class PendingQuestion(OpenQuestion open)
{
    // The thread that answers must not run the scenario's next step.
    private readonly TaskCompletionSource<OperatorAnswer?> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OpenQuestion Open => open;

    public Task<OperatorAnswer?> Answered => answered.Task;

    public AnswerOutcome? Lacks(string? text, byte[]? photo) => open.Question.Kind switch
    {
        QuestionKind.Read when text is null => AnswerOutcome.NeedsText,
        QuestionKind.Number when OperatorAnswer.NumberOf(text) is null => AnswerOutcome.NeedsNumber,
        QuestionKind.Photo when !IsPicture(photo) => AnswerOutcome.NeedsPhoto,
        _ => null,
    };

    private static bool IsPicture(byte[]? bytes) => bytes is [0xFF, 0xD8, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    public void Resolve(OperatorAnswer? answer) => answered.SetResult(answer);
}
