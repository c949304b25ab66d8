using System.Text.RegularExpressions;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// Entries that happened while a device was offline. They are facts: people were inside. So they are taken even over a limit, and
/// count like any other entry.
/// </summary>
public sealed partial class OfflineReports(IMacsDatabase database, Books books, LabClock clock, AccessControlSettings settings)
{
    private const int MostGuests = 99;

    /// <summary>
    /// Takes a report, all of its entries in one transaction. Null while the terminal belongs nowhere: it keeps its entries until it does.
    /// </summary>
    public Task<List<ReportedEntry>?> ReportAsync(PairedTerminal asking, IReadOnlyList<OfflineEntry> entries) => database.RunAsync(session =>
    {
        var terminal = Terminals.Asking(session, asking);
        var rules = books.Current(session).Rules;
        if (terminal.LocationId is not { } id || rules.Location(id) is not { } location)
        {
            return null;
        }

        // Cards are held in one order, whatever the order of the report.
        foreach (var card in entries.Where(e => WhyNot(e) is null).GroupBy(e => e.PanHash!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Cards.Hold(session, card.Key, card.First().MaskedPan!);
        }

        return entries.Select(e => WhyNot(e) is { } reason ? new(e.LocalId, "REJECTED", reason) : Take(session, rules, terminal, location, e)).ToList();
    });

    private static ReportedEntry Take(MacsSession session, RuleBook rules, TerminalRow terminal, Location location, OfflineEntry entry)
    {
        // Only the BIN is known of the number. A card that was online before has told its product then, and what it was judged by.
        var (bin, at) = (entry.MaskedPan![..6], entry.OccurredAt!.Value);
        var issuer = rules.IssuerOfBin(bin);
        var before = Operations.LatestOnline(session, entry.PanHash!);
        var ruleset = rules.OfBin(bin, before?.Product, location.Id, at, Operations.JudgedBy(session, entry.PanHash!));
        var used = Operations.Entries(session, entry.PanHash!);
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
            FreeAdults = entry.AdultGuests,
            FreeChildren = entry.ChildGuests,
            LocalId = entry.LocalId,
        });
        return new(entry.LocalId, added ? "ACCEPTED" : "DUPLICATE");
    }

    /// <summary>Free as long as there is a free entry, then paid; with neither it is the free ones that are overdrawn.</summary>
    private static bool IsPaid(Ruleset? ruleset, List<Entry> used, string locationId, DateTimeOffset at)
    {
        if (ruleset?.Cardholder.Paid is null)
        {
            return false;
        }

        var count = EntryCount.Of(ruleset, used, locationId, at);
        return ruleset.Cardholder.Free is not { } free || EntryCount.Left(free.Most, count.Free) == 0;
    }

    private string? WhyNot(OfflineEntry entry) =>
        entry.LocalId is not { Length: > 0 and <= 64 } ? "localId must have 1 to 64 characters"
        : entry.PanHash is null || !Hash().IsMatch(entry.PanHash) ? "panHash must be an HMAC-SHA-256 in lower-case hex"
        : entry.MaskedPan is null || !Masked().IsMatch(entry.MaskedPan) ? "maskedPan must have the first six and the last four digits, as 543210******1234"
        : entry.Source is not (OperationType.OfflineBin or OperationType.OfflineWhitelist) ? "source must be OFFLINE_BIN or OFFLINE_WHITELIST"
        : entry.OccurredAt is not { } at || at > clock.GetUtcNow() + settings.ClockSkew || at < DateTimeOffset.UnixEpoch ? "occurredAt must be a time that is not in the future"
        : entry.AdultGuests is < 0 or > MostGuests || entry.ChildGuests is < 0 or > MostGuests ? $"adultGuests and childGuests must be from 0 to {MostGuests}"
        : null;

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();

    [GeneratedRegex("^[0-9]{6}\\*{2,9}[0-9]{4}\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Masked();
}
