using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Operator;

/// <summary>
/// A panel worked by the person at the bench. A reading holds what the person told and nothing else: no title, buttons or fields.
/// Each act throws <see cref="NotApplicableException"/> or <see cref="NotAnsweredException"/> when the person gives no verdict.
/// </summary>
public sealed class OperatorPanel(string device, IOperatorDesk desk, IWitness witness, Uri? bench = null) : IPanel
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

    /// <inheritdoc />
    public async Task<PanelReading> PressAsync(string button, CancellationToken cancel = default) =>
        Done(await AskAsync(QuestionKind.Do, $"Press [{button}] on {device}, then confirm.", cancel), $"press {button}");

    /// <inheritdoc />
    public async Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default) =>
        Done(await AskAsync(QuestionKind.Do, $"Type '{text}' into '{field}' on {device}, then confirm.", cancel), $"enter {field}");

    /// <summary>Asks whether it shows that; the person is the judge, so <paramref name="condition"/> is not looked at.</summary>
    public async Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var within = limit is { } span ? $" (within {span:c})" : "";
        var answer = await AskAsync(QuestionKind.Attest, $"Does {device} show: {what}?{within}", cancel);
        return answer.Verdict == Verdict.Pass
            ? Seen(answer.Text ?? what, $"wait until it shows {what}")
            : throw new PanelTimeoutException($"{device} does not show {what}, says the operator{Because(answer)}");
    }

    /// <summary>Asks whether it shows that; no is an answer here.</summary>
    public async Task<bool> ShowsAsync(Func<PanelReading, bool> condition, string what, CancellationToken cancel = default)
    {
        var answer = await AskAsync(QuestionKind.Attest, $"Does {device} show: {what}?", cancel);
        Seen(answer.Text, $"does it show {what}");
        return answer.Verdict == Verdict.Pass;
    }

    /// <summary>Asks for a value, which the person types as it stands there.</summary>
    public async Task<string> TellAsync(Func<PanelReading, string?> find, string what, CancellationToken cancel = default)
    {
        var answer = await AskAsync(QuestionKind.Read, $"What does {device} show as {what}? Type it as it stands there.", cancel);
        return answer.Verdict == Verdict.Pass && Seen(answer.Text, $"tell {what}").Texts is [var first, ..]
            ? first
            : throw new PanelTimeoutException($"{device} does not show {what}, says the operator{Because(answer)}");
    }

    private static string Because(OperatorAnswer answer) => answer.Text is null ? "" : $": {answer.Text}";

    private PanelReading Done(OperatorAnswer answer, string act) => answer.Verdict == Verdict.Pass
        ? Seen(answer.Text, act)
        : throw new PanelRefusedException($"{device}: the operator could not {act}{Because(answer)}");

    private async Task<OperatorAnswer> AskAsync(QuestionKind kind, string text, CancellationToken cancel)
    {
        var answer = await desk.AskAsync(new OperatorQuestion(device, kind, text, Bench: bench), cancel);
        witness.Attested(device, text, answer.ToString());
        return answer.Verdict switch
        {
            Verdict.NotApplicable => throw new NotApplicableException($"not applicable, says the operator: {text}{Because(answer)}"),
            Verdict.NotAnswered => throw new NotAnsweredException($"nobody answered in time: {text}"),
            _ => answer,
        };
    }

    private PanelReading Seen(string? text, string act)
    {
        var texts = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var reading = new PanelReading(device, "", texts, [], []);
        witness.PanelSeen(reading, act);
        return reading;
    }
}
