namespace PairingLab.TerminalTrust.Core;

/// <summary>Wrong passwords or codes in a row, and the lock that they led to.</summary>
/// <param name="Count">How many in a row.</param>
/// <param name="LockedUntil">From this moment the lock is gone; null when there is none.</param>
public sealed record WrongTries(int Count, DateTimeOffset? LockedUntil)
{
    /// <summary>Nothing wrong so far.</summary>
    public static readonly WrongTries None = new(0, null);

    /// <summary>Whether the lock holds at that time.</summary>
    public bool LockedAt(DateTimeOffset now) => now < LockedUntil;

    /// <summary>One more.</summary>
    public WrongTries Another(int allowed, DateTimeOffset now, TimeSpan lockLasts) =>
        Count + 1 >= allowed ? new(0, now + lockLasts) : this with { Count = Count + 1, LockedUntil = null };
}
