namespace PairingLab.Drivers.Operator;

/// <summary>
/// Asks on a console: shows the oldest open question and reads lines: p, f or n and, if there is something to say, a text.
/// </summary>
public sealed class ConsoleOperator(OperatorDesk desk, TextReader input, TextWriter output, TimeProvider time)
{
    // A line finished this soon after the question changed under the typing hand was meant for the one before.
    private static readonly TimeSpan Mistyped = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private OpenQuestion? shown;
    private long? replacedAt;

    /// <summary>Serves until the input ends or <paramref name="cancel"/> says so.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        desk.Changed += Show;
        try
        {
            Show();
            while (await input.ReadLineAsync(cancel) is { } line)
            {
                Take(line);
            }
        }
        finally
        {
            desk.Changed -= Show;
        }
    }

    private void Show()
    {
        lock (turn)
        {
            var open = desk.Open;
            if (shown is not null && open.Any(o => o.Id == shown.Id))
            {
                return;
            }

            if (shown is not null)
            {
                output.WriteLine($"[{shown.Id}] is closed.");
                replacedAt = time.GetTimestamp();
            }

            Ask(open.Count == 0 ? null : open[0]);
        }
    }

    private void Ask(OpenQuestion? question)
    {
        shown = question;
        if (question is not null)
        {
            var asked = question.Question;
            output.WriteLine();
            if (asked.Scenario is not null)
            {
                output.WriteLine($"{asked.Scenario}\n  {asked.Step}");
            }

            foreach (var act in asked.Acts)
            {
                output.WriteLine($"  - {act}");
            }

            var left = question.Until - time.GetUtcNow();
            output.WriteLine($"[{question.Id}] {asked.Text} (no = {question.NoMeans}; {left:m\\:ss} left)");
            for (var i = 0; i < asked.Choices.Count; i++)
            {
                output.WriteLine($"  {i + 1} {asked.Choices[i]}");
            }

            output.Write(asked.Kind switch
            {
                _ when asked.Choices.Count > 0 => "p <number>, f = none of these, n = not applicable > ",
                QuestionKind.Read => "p <text> = it shows this, f = can't be read, n = not applicable > ",
                QuestionKind.Number => $"p <number in {asked.Unit}>, f = can't be measured, n = not applicable > ",
                QuestionKind.Photo => "p <file of the photo>, f = none can be taken, n = not applicable > ",
                QuestionKind.YesNo => "y = yes, n = no, - [why] = not applicable > ",
                QuestionKind.Do => "p = done, f [why] = could not, n [why] = not applicable > ",
                _ => "p = yes, f [why] = no, n [why] = not applicable > ",
            });
        }
    }

    private void Take(string line)
    {
        if (Meant() is not { } question)
        {
            return;
        }

        var parts = line.Trim().Split(' ', 2);
        var isYesNo = question.Question.Kind == QuestionKind.YesNo;
        var again = isYesNo ? "Answer with y, n or -, please." : "Answer with p, f or n, please.";
        Say(Given(parts[0], isYesNo) is { } v ? Answer(question, v, parts.Length > 1 ? parts[1] : null) : again, question);
    }

    private static Verdict? Given(string word, bool isYesNo) => (word.ToLowerInvariant(), isYesNo) switch
    {
        ("p", false) or ("y" or "yes", true) => Verdict.Pass,
        ("f", false) or ("n" or "no", true) => Verdict.Fail,
        ("n", false) or ("-", true) => Verdict.NotApplicable,
        _ => null,
    };

    private OpenQuestion? Meant()
    {
        lock (turn)
        {
            if (replacedAt is { } at && time.GetElapsedTime(at) < Mistyped)
            {
                replacedAt = null;
                output.WriteLine("The question changed while you typed; once more, please.");
                Ask(shown);
                return null;
            }

            return shown;
        }
    }

    private string? Answer(OpenQuestion question, Verdict verdict, string? text)
    {
        lock (turn)
        {
            // Answered from here, it is not "closed" by someone else.
            shown = null;
            replacedAt = null;
        }

        var photo = question.Question.Kind == QuestionKind.Photo && File.Exists(text) ? File.ReadAllBytes(text) : null;
        return desk.Answer(question.Id, verdict, Chosen(question, text), photo) switch
        {
            AnswerOutcome.NeedsNumber => $"Type a number in {question.Question.Unit} behind the p, such as 4.98, please.",
            AnswerOutcome.NeedsPhoto => "Type the file of a JPEG or PNG behind the p, or take the photo on the desk page, please.",
            AnswerOutcome.Taken => "",
            AnswerOutcome.NeedsText when question.Question.Choices.Count > 0 => "Type the number of what it shows behind the p, please.",
            AnswerOutcome.NeedsText => "Type what it shows behind the p, please.",
            _ => $"[{question.Id}] was closed before your answer; it does not count.",
        };
    }

    private static string? Chosen(OpenQuestion question, string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0 && number <= question.Question.Choices.Count
            ? question.Question.Choices[number - 1]
            : text;

    private void Say(string? words, OpenQuestion question)
    {
        lock (turn)
        {
            if (!string.IsNullOrEmpty(words))
            {
                output.WriteLine(words);
            }

            var open = desk.Open;
            if (shown is null || shown.Id == question.Id)
            {
                Ask(open.FirstOrDefault());
            }
        }
    }
}
