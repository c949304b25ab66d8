using PairingLab.AccessControl.Api;
using PairingLab.Kernel.Network;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a device makes of the answers about its offline entries: to the two lists, and to a report.</summary>
internal static class OfflineHearing
{
    private const int NotModified = 304;
    private const int Forbidden = 403;

    /// <summary>Whether an answer is a list, or says that the device has it already.</summary>
    public static bool IsList(DeviceReply reply) => reply.Ok || reply.Status == NotModified;

    /// <summary>The state after the answers to both lists; after the first that was none there is no second, and both are that one.</summary>
    public static DeviceState Lists(DeviceState before, DeviceReply ranges, DeviceReply hashes, DateTimeOffset now)
    {
        var asked = before.Waiting == DeviceRequest.Lists;
        var after = before with { Waiting = asked ? null : before.Waiting, Offline = !hashes.Answered };
        if (hashes.Status == Forbidden)
        {
            return DeviceHearing.Forbidden(after);
        }

        if (IsList(hashes))
        {
            after = after with { Memory = Renewed(before.Memory, ranges, hashes) with { ListsAt = now } };
        }

        return asked ? DeviceHearing.Say(after, "Offline lists", DeviceScreen.Identity, Told(hashes)) : after;
    }

    /// <summary>An entry leaves the device when MACS has said what became of it, and not before.</summary>
    public static DeviceState Reported(DeviceState before, DeviceReply reply)
    {
        if (!reply.Ok)
        {
            return reply.Status == Forbidden ? DeviceHearing.Forbidden(before) : before with { Offline = !reply.Answered };
        }

        var answers = reply.Read<OfflineReportsResponse>().Entries;
        var settled = answers.Select(e => e.LocalId!).ToHashSet(StringComparer.Ordinal);
        return before with
        {
            Offline = false,
            Memory = before.Memory with
            {
                Kept = before.Memory.Kept.RemoveAll(e => settled.Contains(e.LocalId!)),
                Rejected = before.Memory.Rejected + answers.Count(e => e.Status == "REJECTED"),
            },
        };
    }

    private static string[] Told(DeviceReply reply) =>
        IsList(reply) ? [DeviceTexts.ListsDone] : reply.Answered ? DeviceHearing.Error(reply) : [DeviceTexts.NoAnswer];

    private static DeviceMemory Renewed(DeviceMemory memory, DeviceReply ranges, DeviceReply hashes)
    {
        memory = ranges.Ok ? memory with { Ranges = [.. ranges.Read<BinRangesResponse>().Ranges], RangesTag = ranges.ETag } : memory;
        return hashes.Ok ? memory with { Hashes = HashList.Of(hashes.Read<WhitelistResponse>().Hashes), HashesTag = hashes.ETag } : memory;
    }
}
