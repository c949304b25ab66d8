namespace PairingLab.Host.Commands;

/// <summary>What the program ends with.</summary>
public static class ExitCode
{
    /// <summary>Everything passed.</summary>
    public const int Passed = 0;

    /// <summary>Something failed.</summary>
    public const int Failed = 1;

    /// <summary>The lab itself could not run.</summary>
    public const int LabError = 2;
}
