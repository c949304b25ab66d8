namespace PairingLab.Drivers.Operator;

/// <summary>What became of a question: the verdict, and the person's own words if there are any.</summary>
public sealed record OperatorAnswer(Verdict Verdict, string? Text = null)
{
    /// <summary>As it stands in the evidence.</summary>
    public override string ToString() => (Verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.NotApplicable => "not applicable",
        _ => "not answered",
    }) + (Text is null ? "" : $": {Text}");
}
