using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Devices;

/// <summary>Entries that a device decides by itself, and their reports.</summary>
internal static class OfflineEntries
{
    private const int MostReported = 500;

    /// <summary>
    /// A device without connection lets in a card within its BIN ranges or on its whitelist (Access Control description, POS
    /// functionalities). How many guests may come is not known then, so none.
    /// </summary>
    public static MacsDeviceState Decide(
        MacsDeviceState state, MacsDeviceRequest.Check asked, PanHasher pans, AccessControlSettings settings, DateTimeOffset now)
    {
        var hash = pans.Hash(asked.Pan);
        var memory = state.Memory;
        var source = memory.Ranges.Exists(r => IsIn(r, PanNumber.Lowest(asked.Pan))) ? OperationType.OfflineBin
            : memory.Hashes.Contains(hash) ? OperationType.OfflineWhitelist
            : null;
        if (source is null)
        {
            return state.Say("Entry refused", MacsDeviceScreen.Identity, MacsDeviceTexts.OfflineRefused, MacsDeviceTexts.Offline);
        }

        // With the time in it, or a terminal that begins to count anew, its disk being new, would give ids that MACS knows.
        var id = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}-{memory.Count + 1}");
        var entry = new OfflineEntry(id, hash, PanHasher.Mask(asked.Pan), now, source, 0, 0);
        var kept = state with
        {
            Memory = memory with { Count = memory.Count + 1, Kept = memory.Kept.Add(entry) },
            ReportDue = now + settings.ReportInterval,
        };
        return kept.Say("Entry allowed", MacsDeviceScreen.Identity, MacsDeviceTexts.OfflineAllowed, source);
    }

    /// <summary>When they are to be reported; null while they are, or when there are none.</summary>
    public static DateTimeOffset? DueAt(MacsDeviceState state) => IsToReport(state) ? state.ReportDue : null;

    /// <summary>Reports what is kept, one report at a time.</summary>
    public static MacsDeviceState Report(MacsDeviceState state) =>
        IsToReport(state) ? state with { Reporting = [.. state.Memory.Kept.Take(MostReported)] } : state;

    /// <summary>An entry leaves the device when MACS has said what became of it, and not before.</summary>
    public static MacsDeviceState Reported(MacsDeviceState state, MacsDeviceReply reply, DateTimeOffset nextAt)
    {
        var after = state with { Reporting = [], ReportDue = nextAt };
        if (reply is not MacsDeviceReply.Reported reported)
        {
            return after;
        }

        var settled = reported.Entries.Select(e => e.LocalId!).ToHashSet(StringComparer.Ordinal);
        return after with
        {
            Memory = state.Memory with
            {
                Kept = state.Memory.Kept.RemoveAll(e => settled.Contains(e.LocalId!)),
                Rejected = state.Memory.Rejected + reported.Entries.Count(e => e.Status == "REJECTED"),
            },
        };
    }

    private static bool IsToReport(MacsDeviceState state) =>
        state is { Memory: { Paired: true, Kept.IsEmpty: false }, Reporting.IsEmpty: true };

    private static bool IsIn(BinRange range, ulong pan) => pan >= PanNumber.Lowest(range.Low) && pan <= PanNumber.Highest(range.High);
}
