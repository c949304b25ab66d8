namespace PairingLab.Drivers.Operator;

/// <summary>A question to the person at the bench.</summary>
/// <param name="Device">The id of the device it is about.</param>
/// <param name="Kind">What it wants.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Limit">How long the person has; null for the desk's usual limit.</param>
/// <param name="Bench">The bench page of the scenario that asks; null when there is none.</param>
public sealed record OperatorQuestion(string Device, QuestionKind Kind, string Text, TimeSpan? Limit = null, Uri? Bench = null)
{
    /// <summary>What the person does first, in this order; the answer confirms it.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>What the person chooses from; none for a free answer.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The unit of a number: "V".</summary>
    public string? Unit { get; init; }

    /// <summary>The scenario that asks; null outside one.</summary>
    public string? Scenario { get; init; }

    /// <summary>Its step.</summary>
    public string? Step { get; init; }
}

/// <summary>What a question wants of a person.</summary>
public enum QuestionKind
{
    /// <summary>To attest something: pass, fail, not applicable.</summary>
    Attest,

    /// <summary>To do something, and confirm.</summary>
    Do,

    /// <summary>To tell what a screen or display says; a pass needs a text.</summary>
    Read,

    /// <summary>To say yes or no, whichever is good: pass is yes, fail is no.</summary>
    YesNo,

    /// <summary>To measure something; a pass needs a number, in the question's unit.</summary>
    Number,

    /// <summary>To take a photo; a pass needs one.</summary>
    Photo,
}

/// <summary>A question that waits for its answer.</summary>
/// <param name="Id">Counts up from 1 in the order of asking.</param>
/// <param name="Question">The question.</param>
/// <param name="Until">When it ends unanswered.</param>
/// <param name="Before">What was answered to the same question before; null when it was not asked yet.</param>
public sealed record OpenQuestion(int Id, OperatorQuestion Question, DateTimeOffset Until, OperatorAnswer? Before = null)
{
    /// <summary>What an answer of "no" means for the scenario.</summary>
    public string NoMeans => Question.Kind switch
    {
        QuestionKind.Do => "it could not be done: the scenario fails",
        _ when Question.Choices.Count > 0 => "it shows none of these",
        QuestionKind.Read => "it can't be read, or is not there",
        QuestionKind.Number => "it can't be measured: the scenario fails",
        QuestionKind.Photo => "no photo can be taken: the scenario fails",
        _ => "it does not show this, even after a while",
    };
}

/// <summary>A question as it goes to a desk over HTTP.</summary>
/// <param name="Device">The id of the device it is about.</param>
/// <param name="Kind">attest, do, read, yesno, number or photo.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Seconds">How long the person has; null for the desk's usual limit.</param>
/// <param name="Bench">The bench page of the scenario that asks; null when there is none.</param>
public sealed record QuestionWire(string Device, string Kind, string Text, double? Seconds = null, Uri? Bench = null)
{
    /// <summary>What the person does first.</summary>
    public IReadOnlyList<string>? Acts { get; init; }

    /// <summary>What the person chooses from.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>The scenario that asks.</summary>
    public string? Scenario { get; init; }

    /// <summary>Its step.</summary>
    public string? Step { get; init; }

    /// <summary>The wire's shape of a question.</summary>
    public static QuestionWire Of(OperatorQuestion question) =>
        new(question.Device, question.Kind.ToString().ToLowerInvariant(), question.Text, question.Limit?.TotalSeconds, question.Bench)
        {
            Acts = question.Acts,
            Choices = question.Choices,
            Unit = question.Unit,
            Scenario = question.Scenario,
            Step = question.Step,
        };

    /// <summary>The question itself.</summary>
    public OperatorQuestion Question() => new(
        Device,
        Enum.TryParse<QuestionKind>(Kind, ignoreCase: true, out var kind) ? kind : QuestionKind.Attest,
        Text,
        Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Bench)
    {
        Acts = Acts ?? [],
        Choices = Choices ?? [],
        Unit = Unit,
        Scenario = Scenario,
        Step = Step,
    };
}
