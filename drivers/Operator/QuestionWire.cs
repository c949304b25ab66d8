namespace PairingLab.Drivers.Operator;

/// <summary>A question as it goes to a desk over HTTP.</summary>
/// <param name="Device">The id of the device it is about.</param>
/// <param name="Kind">attest, do or read.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Seconds">How long the person has; null for the desk's usual limit.</param>
/// <param name="Bench">The bench page of the scenario that asks; null when there is none.</param>
public sealed record QuestionWire(string Device, string Kind, string Text, double? Seconds = null, Uri? Bench = null)
{
    /// <summary>The wire's shape of a question.</summary>
    public static QuestionWire Of(OperatorQuestion question) =>
        new(question.Device, question.Kind.ToString().ToLowerInvariant(), question.Text, question.Limit?.TotalSeconds, question.Bench);

    /// <summary>The question itself.</summary>
    public OperatorQuestion Question() => new(
        Device,
        Enum.TryParse<QuestionKind>(Kind, ignoreCase: true, out var kind) ? kind : QuestionKind.Attest,
        Text,
        Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Bench);
}
