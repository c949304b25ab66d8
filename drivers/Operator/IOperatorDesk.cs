namespace PairingLab.Drivers.Operator;

/// <summary>Where scenarios ask the person at the bench.</summary>
public interface IOperatorDesk
{
    /// <summary>Asks, and waits for the answer; it always comes, at the latest with the time limit as <see cref="Verdict.NotAnswered"/>.</summary>
    Task<OperatorAnswer> AskAsync(OperatorQuestion question, CancellationToken cancel = default);
}
