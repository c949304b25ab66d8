namespace PairingLab.Drivers.Operator;

/// <summary>An answer as it comes over HTTP.</summary>
/// <param name="Verdict">pass, fail, not-applicable; from the desk also not-answered.</param>
/// <param name="Text">The person's own words.</param>
public sealed record AnswerWire(string Verdict, string? Text = null)
{
    /// <summary>The wire's shape of an answer.</summary>
    public static AnswerWire Of(OperatorAnswer answer) => new(
        answer.Verdict switch
        {
            Operator.Verdict.Pass => "pass",
            Operator.Verdict.Fail => "fail",
            Operator.Verdict.NotApplicable => "not-applicable",
            _ => "not-answered",
        },
        answer.Text);

    /// <summary>The verdict of a person; null when it is none.</summary>
    public Verdict? Given() => Verdict switch
    {
        "pass" => Operator.Verdict.Pass,
        "fail" => Operator.Verdict.Fail,
        "not-applicable" => Operator.Verdict.NotApplicable,
        _ => null,
    };

    /// <summary>The answer itself.</summary>
    public OperatorAnswer Answer() => new(Given() ?? Operator.Verdict.NotAnswered, Text);
}
