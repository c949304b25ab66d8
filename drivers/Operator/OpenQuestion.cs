namespace PairingLab.Drivers.Operator;

/// <summary>A question that waits for its answer.</summary>
/// <param name="Id">Counts up from 1 in the order of asking.</param>
/// <param name="Question">The question.</param>
/// <param name="Until">When it ends unanswered.</param>
public sealed record OpenQuestion(int Id, OperatorQuestion Question, DateTimeOffset Until);
