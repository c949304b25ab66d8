namespace PairingLab.Sci.Core;

/// <summary>A moment at which time does something to a pairing or a transaction.</summary>
public readonly record struct Due(DateTimeOffset At, string Id) : IComparable<Due>
{
    /// <inheritdoc />
    public int CompareTo(Due other) => At != other.At ? At.CompareTo(other.At) : string.CompareOrdinal(Id, other.Id);

    /// <summary>Earlier.</summary>
    public static bool operator <(Due left, Due right) => left.CompareTo(right) < 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(Due left, Due right) => left.CompareTo(right) <= 0;

    /// <summary>Later.</summary>
    public static bool operator >(Due left, Due right) => left.CompareTo(right) > 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Due left, Due right) => left.CompareTo(right) >= 0;
}
