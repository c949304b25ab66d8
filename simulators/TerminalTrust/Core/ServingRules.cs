using System.Collections.Immutable;
using System.Globalization;

namespace PairingLab.TerminalTrust.Core;

/// <summary>When master serves a paired terminal.</summary>
/// <param name="ExchangeRate">Units of cash for one coin; null when there is no rate.</param>
/// <param name="IpWhitelist">The addresses that terminals may come from; empty for all.</param>
/// <param name="Hours">Opening hours; null for always.</param>
public sealed record ServingRules(decimal? ExchangeRate, ImmutableList<string> IpWhitelist, OpeningHours? Hours)
{
    /// <summary>The rules of a new server: everything is served.</summary>
    public static readonly ServingRules New = new(50_000, [], null);

    /// <summary>Why a terminal at this address is rejected; null when it is served.</summary>
    public RejectionReason? RejectionOf(string address, DateTimeOffset now) =>
        !IpWhitelist.IsEmpty && !IpWhitelist.Contains(address) ? RejectionReason.IpWhitelist
        : Hours?.AreOpen(now) == false ? RejectionReason.OutsideOpeningHours
        : ExchangeRate is null ? RejectionReason.NoExchangeRate
        : null;
}

/// <summary>When terminals are served, every day, in UTC. The end is exclusive; an end before the start lies after midnight.</summary>
public sealed record OpeningHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Reads "08:00-20:00"; null when the text is invalid.</summary>
    public static OpeningHours? Parse(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Read(parts[0]) is { } from && Read(parts[1]) is { } until && from != until ? new(from, until) : null;
    }

    /// <summary>Whether it is open at a time.</summary>
    public bool AreOpen(DateTimeOffset at) => TimeOnly.FromTimeSpan(at.UtcDateTime.TimeOfDay).IsBetween(From, Until);

    /// <summary>When it opens or closes next, after that time.</summary>
    public DateTimeOffset NextChange(DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return new[] { From, Until }.Select(t => midnight + t.ToTimeSpan()).Select(t => t > now ? t : t.AddDays(1)).Min();
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{Until:HH:mm}");

    private static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
