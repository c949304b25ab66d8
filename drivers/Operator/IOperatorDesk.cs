namespace PairingLab.Drivers.Operator;

/// <summary>Where scenarios ask the person at the bench.</summary>
public interface IOperatorDesk
{
    /// <summary>
    /// Asks, and waits for the answer; it always comes, at the latest with the time limit as <see cref="Verdict.NotAnswered"/>.
    /// </summary>
    Task<OperatorAnswer> AskAsync(OperatorQuestion question, CancellationToken cancel = default);
}

/// <summary>Nobody answered within the time limit: the lab's error, not the product's.</summary>
public sealed class NotAnsweredException(string message) : Exception(message);

/// <summary>The person said that a step doesn't apply to this bench: the scenario is skipped, with this reason.</summary>
public sealed class NotApplicableException(string message) : Exception(message);
