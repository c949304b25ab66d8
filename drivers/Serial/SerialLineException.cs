namespace PairingLab.Drivers.Serial;

/// <summary>A serial line cannot be opened or used. The message is one line: what is wrong, and what would be right.</summary>
public sealed class SerialLineException(SerialProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The kind of trouble, for code that must tell them apart.</summary>
    public SerialProblem Problem { get; } = problem;
}
