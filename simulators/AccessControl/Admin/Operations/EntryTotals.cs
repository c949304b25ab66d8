namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>Completed entries and their guests: of a location and a service on a day, or of several together.</summary>
public sealed record EntryTotals
{
    /// <summary>What the page shows when no date is asked for.</summary>
    public static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(30);

    /// <summary>The location's id.</summary>
    public string LocationId { get; init; } = "";

    /// <summary>The service.</summary>
    public string Service { get; init; } = "";

    /// <summary>The day of the entries in UTC, in days since 1970.</summary>
    public long Day { get; init; }

    /// <summary>Entries of cardholders.</summary>
    public long Entries { get; init; }

    /// <summary>Those of them for a fee.</summary>
    public long PaidEntries { get; init; }

    /// <summary>Guests who entered free.</summary>
    public long FreeGuests { get; init; }

    /// <summary>Guests for a fee.</summary>
    public long PaidGuests { get; init; }

    /// <summary>Several together.</summary>
    public static EntryTotals Sum(IReadOnlyCollection<EntryTotals> all) => new()
    {
        Entries = all.Sum(t => t.Entries),
        PaidEntries = all.Sum(t => t.PaidEntries),
        FreeGuests = all.Sum(t => t.FreeGuests),
        PaidGuests = all.Sum(t => t.PaidGuests),
    };
}
