namespace PairingLab.Drivers.Serial;

/// <summary>Which pairs of a one-time password were seen.</summary>
[Flags]
public enum OtpProgress
{
    /// <summary>None.</summary>
    Nothing = 0,

    /// <summary>The pair with the point.</summary>
    First = 1,

    /// <summary>The pair without the point.</summary>
    Second = 2,

    /// <summary>Both, though perhaps not yet often enough in turn.</summary>
    Both = First | Second,
}
