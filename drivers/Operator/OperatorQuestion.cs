namespace PairingLab.Drivers.Operator;

/// <summary>A question to the person at the bench.</summary>
/// <param name="Device">The id of the device it is about.</param>
/// <param name="Kind">What it wants.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Limit">How long the person has; null for the desk's usual limit.</param>
/// <param name="Bench">The bench page of the scenario that asks; null when there is none.</param>
public sealed record OperatorQuestion(string Device, QuestionKind Kind, string Text, TimeSpan? Limit = null, Uri? Bench = null);
