using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>An entry that a device decided while it was offline.</summary>
/// <param name="LocalId">The device's id of the entry; it makes reports idempotent.</param>
/// <param name="PanHash">Keyed hash of the card number.</param>
/// <param name="MaskedPan">First six and last four digits.</param>
/// <param name="OccurredAt">When, with its zone.</param>
/// <param name="Source">OFFLINE_BIN or OFFLINE_WHITELIST.</param>
/// <param name="AdultGuests">Adult guests.</param>
/// <param name="ChildGuests">Children.</param>
public sealed record OfflineEntry(
    string? LocalId,
    string? PanHash,
    string? MaskedPan,
    [property: JsonConverter(typeof(ZonedTime))] DateTimeOffset? OccurredAt,
    string? Source,
    int AdultGuests, int ChildGuests);

/// <summary>The result of reporting an offline entry.</summary>
/// <param name="LocalId">The device's id of the entry.</param>
/// <param name="Status">ACCEPTED, DUPLICATE or REJECTED.</param>
/// <param name="Reason">The reason for a rejection; otherwise null.</param>
public sealed record ReportedEntry(string? LocalId, string Status, string? Reason = null);

/// <summary>
/// Entries that happened while a device was offline. The people were inside, so these entries are accepted even beyond a limit, and count
/// like any other entry.
/// </summary>
public sealed partial class OfflineReports(IMacsDatabase database, RuleCache ruleCache, LabClock clock, AccessControlSettings settings)
{
    private const int MostGuests = 99;

    /// <summary>
    /// Accepts a report, all of its entries in one transaction. Null while the terminal has no location: it keeps its entries until it has
    /// one.
    /// </summary>
    public Task<List<ReportedEntry>?> ReportAsync(PairedTerminal asking, IReadOnlyList<OfflineEntry> entries) =>
        database.RunAsync(session =>
    {
        Terminals.RequirePaired(session, asking);
        var terminal = Terminals.Find(session, asking.Serial)!;
        var rules = ruleCache.Current(session).Rules;
        if (terminal.LocationId is not { } id || rules.Location(id) is not { } location)
        {
            return null;
        }

        // Cards are locked in the order of their hashes, so that two reports cannot deadlock.
        foreach (var card in entries.Where(e => WhyNot(e, terminal) is null).GroupBy(e => e.PanHash!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Cards.Lock(session, card.Key, card.First().MaskedPan!);
        }

        // In the order in which people came: a later entry must not take the free visit of an earlier one.
        var results = new ReportedEntry[entries.Count];
        foreach (var (entry, i) in entries.Select((e, i) => (e, i)).OrderBy(e => e.e.OccurredAt ?? default))
        {
            results[i] = WhyNot(entry, terminal) is { } reason ? new(entry.LocalId, "REJECTED", reason)
                : Take(session, rules, terminal, location, entry);
        }

        return results.ToList();
    });

    private static ReportedEntry Take(MacsSession session, RuleBook rules, TerminalRow terminal, Location location, OfflineEntry entry)
    {
        // Only the BIN of the number is known. For a card that was online before, its product and its rulesets are known too.
        var (bin, at) = (entry.MaskedPan![..6], entry.OccurredAt!.Value);
        var issuer = rules.IssuerOfBin(bin);
        var before = Operations.LatestOnline(session, entry.PanHash!);
        var ruleset = rules.OfBin(bin, before?.Product, location.Id, at, Operations.JudgedBy(session, entry.PanHash!));
        var used = Operations.Entries(session, entry.PanHash!);
        var guests = GuestsOf(ruleset, used, location.Id, at, entry);
        var added = Operations.Add(session, new OperationRow
        {
            Id = OperationId.New(at),
            PanHash = entry.PanHash!,
            MaskedPan = entry.MaskedPan,
            Serial = terminal.Serial,
            LocationId = location.Id,
            Country = location.Country,
            Service = location.Service.ToString(),
            Type = entry.Source!,
            Status = OperationStatus.Completed,
            RulesetId = ruleset?.Id ?? 0,
            RulesetName = ruleset?.Name ?? "",
            Rule = entry.Source == OperationType.OfflineBin ? "fallback BIN range" : "whitelist",
            Product = before?.Product ?? issuer?.Product,
            Ica = before?.Ica ?? issuer?.Ica,
            IcaName = before?.IcaName ?? issuer?.IssuerName,
            RequestedAt = at,
            EntryAt = at,
            ExpiresAt = at,
            ChangedAt = at,
            Paid = IsPaid(ruleset, used, location.Id, at) ? 1 : 0,
            AdultGuests = entry.AdultGuests,
            ChildGuests = entry.ChildGuests,
            FreeAdults = guests.FreeAdults,
            PaidAdults = guests.PaidAdults,
            FreeChildren = guests.FreeChildren,
            PaidChildren = guests.PaidChildren,
            LocalId = entry.LocalId,
        });
        return added ? new(entry.LocalId, "ACCEPTED")
            : IsTheSame(Operations.OfDevice(session, terminal.Serial, entry.LocalId!), entry) ? new(entry.LocalId, "DUPLICATE")
            : new(entry.LocalId, "REJECTED", $"localId '{entry.LocalId}' was used before, for another entry");
    }

    private static bool IsTheSame(OperationRow? before, OfflineEntry entry) =>
        before is not null && before.PanHash == entry.PanHash && before.Type == entry.Source
        && before.EntryAt.ToUnixTimeMilliseconds() == entry.OccurredAt!.Value.ToUnixTimeMilliseconds()
        && before.AdultGuests == entry.AdultGuests && before.ChildGuests == entry.ChildGuests;

    /// <summary>
    /// Guests use the invitations that are left, free ones first. Those beyond all limits were inside too: they count as free, since nobody
    /// asked them for money.
    /// </summary>
    private static GuestCount GuestsOf(Ruleset? ruleset, List<Entry> used, string locationId, DateTimeOffset at, OfflineEntry entry)
    {
        var counted = ruleset is null ? default : EntryCount.Of(ruleset, used, locationId, at).Guests;
        var adults = Share(ruleset?.Adults, entry.AdultGuests, counted.FreeAdults, counted.PaidAdults);
        var children = Share(ruleset?.Children, entry.ChildGuests, counted.FreeChildren, counted.PaidChildren);
        return new(adults.Free, adults.Paid, children.Free, children.Paid);
    }

    private static (int Free, int Paid) Share(GuestRule? rule, int guests, int freeUsed, int paidUsed)
    {
        var freeLeft = rule?.Free is { } free ? EntryCount.Left(free.Most, freeUsed) ?? guests : 0;
        var paidLeft = rule?.Paid is { } paid ? EntryCount.Left(paid.Most, paidUsed) ?? guests : 0;
        var paying = Math.Clamp(guests - freeLeft, 0, paidLeft);
        return (guests - paying, paying);
    }

    /// <summary>Free while free entries are left, then paid. Without paid entries the free ones are exceeded.</summary>
    private static bool IsPaid(Ruleset? ruleset, List<Entry> used, string locationId, DateTimeOffset at)
    {
        if (ruleset?.Cardholder.Paid is null)
        {
            return false;
        }

        var count = EntryCount.Of(ruleset, used, locationId, at);
        return ruleset.Cardholder.Free is not { } free || EntryCount.Left(free.Most, count.Free) == 0;
    }

    private string? WhyNot(OfflineEntry entry, TerminalRow terminal) =>
        entry.LocalId is not { Length: > 0 and <= 64 } ? "localId must have 1 to 64 characters"
        : entry.PanHash is null || !Hash().IsMatch(entry.PanHash) ? "panHash must be an HMAC-SHA-256 in lower-case hex"
        : entry.MaskedPan is null || !Masked().IsMatch(entry.MaskedPan)
        ? "maskedPan must have the first six and the last four digits, as 543210******1234"
        : entry.Source is not (OperationType.OfflineBin or OperationType.OfflineWhitelist)
        ? "source must be OFFLINE_BIN or OFFLINE_WHITELIST"
        : entry.OccurredAt is not { } at || at > clock.GetUtcNow() + settings.ClockSkew || at < DateTimeOffset.UnixEpoch
        ? "occurredAt must be a time with its zone, as 2026-01-05T08:00:00Z, that is not in the future"
        : at < terminal.PairedAt - settings.ClockSkew ? "occurredAt lies before the terminal was paired"
        : entry.AdultGuests is < 0 or > MostGuests || entry.ChildGuests is < 0 or > MostGuests
        ? $"adultGuests and childGuests must be from 0 to {MostGuests}"
        : null;

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();

    [GeneratedRegex("^[0-9]{6}\\*{2,9}[0-9]{4}\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Masked();
}

/// <summary>A time with its zone; one without is no time, and the entry is told so by itself.</summary>
internal sealed partial class ZonedTime : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && HasZone().IsMatch(reader.GetString()!) && reader.TryGetDateTimeOffset(out var time))
        {
            return time;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(time);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    [GeneratedRegex("(Z|[+-][0-9]{2}:[0-9]{2})\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HasZone();
}
