namespace PairingLab.Drivers.Serial;

/// <summary>Why a serial line cannot be opened or used.</summary>
public enum SerialProblem
{
    /// <summary>The address is neither a path nor <c>tcp://host:port</c>.</summary>
    BadAddress,

    /// <summary>There is nothing at that path.</summary>
    NoSuchPath,

    /// <summary>The user may not open it.</summary>
    NoPermission,

    /// <summary>It exists, but is not a serial port.</summary>
    NotATerminal,

    /// <summary>Another program holds it.</summary>
    Busy,

    /// <summary>The port, its driver or this system cannot do what the settings ask.</summary>
    Unsupported,

    /// <summary>Nobody answers at that TCP address.</summary>
    Unreachable,

    /// <summary>The line was open and is gone.</summary>
    Lost,
}

/// <summary>A serial line cannot be opened or used. The message is one line: what is wrong, and what would be right.</summary>
public sealed class SerialLineException(SerialProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The kind of trouble, for code that must tell them apart.</summary>
    public SerialProblem Problem { get; } = problem;
}
