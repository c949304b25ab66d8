using System.Globalization;

namespace PairingLab.TerminalTrust.Core;

/// <summary>When terminals are served, every day, in UTC. The end is no longer inside; an end before the start is over midnight.</summary>
public sealed record OpeningHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Reads "08:00-20:00"; null when it is no such text.</summary>
    public static OpeningHours? Parse(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Read(parts[0]) is { } from && Read(parts[1]) is { } until && from != until ? new(from, until) : null;
    }

    /// <summary>Whether it is open at a time.</summary>
    public bool AreOpen(DateTimeOffset at) => TimeOnly.FromTimeSpan(at.UtcDateTime.TimeOfDay).IsBetween(From, Until);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{Until:HH:mm}");

    private static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
