using System.Globalization;

namespace PairingLab.Drivers.Operator;

/// <summary>What became of a question: the verdict, and the person's own words if there are any.</summary>
public sealed record OperatorAnswer(Verdict Verdict, string? Text = null)
{
    /// <summary>The photo that was asked for: the bytes of a JPEG or PNG.</summary>
    public byte[]? Photo { get; init; }

    /// <summary>A number as people type it, with a point or a comma; null when it is none.</summary>
    public static double? NumberOf(string? text) =>
        double.TryParse(
            text?.Trim().Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;

    /// <summary>As it stands in the evidence.</summary>
    public override string ToString() => In(QuestionKind.Attest);

    /// <summary>As it stands in the evidence of a question of that kind.</summary>
    public string In(QuestionKind kind) => (Verdict switch
    {
        Verdict.Pass => kind switch { QuestionKind.YesNo => "yes", QuestionKind.Do => "done", _ => "pass" },
        Verdict.Fail => kind switch { QuestionKind.YesNo => "no", QuestionKind.Do => "could not", _ => "fail" },
        Verdict.NotApplicable => "not applicable",
        _ => "not answered",
    }) + (Text is null ? "" : $": {Text}");
}

/// <summary>What a person answered.</summary>
public enum Verdict
{
    /// <summary>Yes, or done.</summary>
    Pass,

    /// <summary>No, or it could not be done.</summary>
    Fail,

    /// <summary>The question doesn't apply to this bench.</summary>
    NotApplicable,

    /// <summary>Nobody answered within the time limit; only the lab gives this one.</summary>
    NotAnswered,
}

/// <summary>What became of an answer that someone gave.</summary>
public enum AnswerOutcome
{
    /// <summary>It counts.</summary>
    Taken,

    /// <summary>Someone else was first, or the time was over, or the run ended: it doesn't count.</summary>
    TooLate,

    /// <summary>No question ever had that number.</summary>
    NoSuchQuestion,

    /// <summary>The question asks what is to be read; a pass needs a text, so the question stays open.</summary>
    NeedsText,

    /// <summary>The question asks for a number; the question stays open.</summary>
    NeedsNumber,

    /// <summary>The question asks for a photo; the question stays open.</summary>
    NeedsPhoto,
}

/// <summary>An answer as it comes over HTTP.</summary>
/// <param name="Verdict">pass, fail, not-applicable; from the desk also not-answered.</param>
/// <param name="Text">The person's own words.</param>
public sealed record AnswerWire(string Verdict, string? Text = null)
{
    /// <summary>The photo that was asked for.</summary>
    public byte[]? Photo { get; init; }

    /// <summary>The wire's shape of an answer.</summary>
    public static AnswerWire Of(OperatorAnswer answer) => new(
        answer.Verdict switch
        {
            Operator.Verdict.Pass => "pass",
            Operator.Verdict.Fail => "fail",
            Operator.Verdict.NotApplicable => "not-applicable",
            _ => "not-answered",
        },
        answer.Text)
    {
        Photo = answer.Photo,
    };

    /// <summary>The verdict of a person; null when it is none.</summary>
    public Verdict? Given() => Verdict switch
    {
        "pass" => Operator.Verdict.Pass,
        "fail" => Operator.Verdict.Fail,
        "not-applicable" => Operator.Verdict.NotApplicable,
        _ => null,
    };

    /// <summary>The answer itself.</summary>
    public OperatorAnswer Answer() => new(Given() ?? Operator.Verdict.NotAnswered, Text) { Photo = Photo };
}
