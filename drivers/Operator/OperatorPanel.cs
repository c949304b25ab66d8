using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Operator;

/// <summary>
/// A panel worked by the person at the bench. A reading holds what the person told and nothing else: no title, buttons or fields.
/// Each question throws <see cref="NotApplicableException"/> or <see cref="NotAnsweredException"/> when the person gives no verdict.
/// </summary>
public sealed class OperatorPanel(string device, OperatorSession session, IEvidenceSink evidence) : IPanel
{
    /// <inheritdoc />
    public string Device => device;

    /// <inheritdoc />
    public async Task<PanelReading> ReadAsync(CancellationToken cancel = default)
    {
        var answer = await AskAsync(QuestionKind.Read, $"What does {device} show? Type it as it stands there.", cancel);
        return answer.Verdict == Verdict.Pass
            ? Seen(answer.Text, "read")
            : throw new PanelTimeoutException($"{device} can't be read, says the operator{Because(answer)}");
    }

    /// <summary>Has the person press it, before the next question.</summary>
    public Task<PanelReading> PressAsync(string button, CancellationToken cancel = default) =>
        Done($"Press [{button}] on {device}.", $"press {button}");

    /// <summary>Has the person type it, before the next question.</summary>
    public Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default) =>
        Done($"Type '{text}' into '{field}' on {device}.", $"enter {field}");

    /// <summary>Has the person do something that has no button and no field.</summary>
    public Task AskToAsync(string act, CancellationToken cancel = default) => Done($"{act} on {device}.", act);

    /// <summary>Asks nothing: who acts by hand sees by himself when he can.</summary>
    public Task<PanelReading> SettleAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default) =>
        Task.FromResult(Nothing);

    /// <summary>Asks whether it shows that; the person is the judge, so <paramref name="condition"/> is not looked at.</summary>
    public async Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var answer = await AskAsync(QuestionKind.Attest, Does(what), cancel);
        return answer.Verdict == Verdict.Pass
            ? Seen(answer.Text ?? what, $"wait until it shows {what}")
            : throw new PanelTimeoutException($"{device} does not show {what}, says the operator{Because(answer)}");
    }

    /// <summary>Asks whether it shows that; no is an answer here.</summary>
    public async Task<bool> ShowsAsync(Func<PanelReading, bool> condition, string what, CancellationToken cancel = default)
    {
        var answer = await AskAsync(QuestionKind.Attest, Does(what), cancel);
        Seen(answer.Text, $"does it show {what}");
        return answer.Verdict == Verdict.Pass;
    }

    /// <summary>Asks which of several it shows, in one question.</summary>
    public async Task<string?> WhichAsync(IReadOnlyList<PanelChoice> choices, CancellationToken cancel = default)
    {
        var words = choices.Select(c => c.What).ToList();
        if (words.Find(w => session.Stands(Does(w))) is { } known)
        {
            return known;
        }

        var answer = await session.AskAsync(device, QuestionKind.Read, $"What does {device} show now?", words, cancel);
        Seen(answer.Text, "which of several");
        return answer.Verdict != Verdict.Pass ? null
            : words.Find(w => string.Equals(w, answer.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotAnsweredException($"'{answer.Text}' was not a choice; there were: {string.Join(", ", words)}");
    }

    /// <summary>Asks for a value, which the person types as it stands there.</summary>
    public async Task<string> TellAsync(Func<PanelReading, string?> find, string what, CancellationToken cancel = default) =>
        await TryTellAsync(find, what, cancel)
        ?? throw new PanelTimeoutException($"{device} does not show {what}, says the operator");

    /// <summary>Asks for a value; no is an answer here.</summary>
    public async Task<string?> TryTellAsync(Func<PanelReading, string?> find, string what, CancellationToken cancel = default)
    {
        var answer = await AskAsync(QuestionKind.Read, $"What does {device} show as {what}? Type it as it stands there.", cancel);
        return answer.Verdict == Verdict.Pass && Seen(answer.Text, $"tell {what}").Texts is [var first, ..] ? first : null;
    }

    private PanelReading Nothing => new(device, "", [], [], []);

    private string Does(string what) => $"Does {device} show {what}?";

    private Task<PanelReading> Done(string act, string words)
    {
        session.Do(act);
        return Task.FromResult(Seen(null, words));
    }

    private Task<OperatorAnswer> AskAsync(QuestionKind kind, string text, CancellationToken cancel) =>
        session.AskAsync(device, kind, text, [], cancel);

    private static string Because(OperatorAnswer answer) => answer.Text is null ? "" : $": {answer.Text}";

    private PanelReading Seen(string? text, string act)
    {
        var texts = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var reading = new PanelReading(device, "", texts, [], []);
        evidence.PanelSeen(reading, act);
        return reading;
    }
}
