namespace PairingLab.Kernel.Tests.Time;

internal enum ClockStepKind
{
    /// <summary>Sets or changes a timer.</summary>
    Change,

    /// <summary>Stops a timer.</summary>
    Stop,

    /// <summary>The next firing of the timer changes the timer after it.</summary>
    ChangeAnotherInCallback,

    /// <summary>Lets time pass.</summary>
    Advance,
}
