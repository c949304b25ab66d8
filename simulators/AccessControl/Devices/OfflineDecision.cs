using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Devices;

/// <summary>
/// A device without connection lets in a card within its BIN ranges or on its whitelist (seed, POS functionalities). How many guests
/// may come is not known then, so none.
/// </summary>
internal static class OfflineDecision
{
    public static DeviceState Of(DeviceState state, DateTimeOffset now, PanVault pans)
    {
        var pan = state.Text(DeviceFields.Card);
        var hash = pans.Hash(pan);
        var memory = state.Memory;
        var source = memory.Ranges.Exists(r => IsIn(r, PanNumber.Lowest(pan))) ? OperationType.OfflineBin
            : memory.Hashes.Contains(hash) ? OperationType.OfflineWhitelist
            : null;
        if (source is null)
        {
            return DeviceHearing.Say(state, "Entry refused", DeviceScreen.Identity, DeviceTexts.OfflineRefused, DeviceTexts.Offline);
        }

        // With the time in it, or a terminal that begins to count anew, its disk being new, would give ids that MACS knows.
        var id = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}-{memory.Count + 1}");
        var entry = new OfflineEntry(id, hash, PanVault.Mask(pan), now, source, 0, 0);
        return DeviceHearing.Say(
            state with { Memory = memory with { Count = memory.Count + 1, Kept = memory.Kept.Add(entry) } },
            "Entry allowed", DeviceScreen.Identity, DeviceTexts.OfflineAllowed, source);
    }

    private static bool IsIn(BinRange range, ulong pan) => pan >= PanNumber.Lowest(range.Low) && pan <= PanNumber.Highest(range.High);
}
