namespace PairingLab.AccessControl.Devices;

/// <summary>The offline lists, ranges and whitelist: downloaded daily "or manually from terminal" (Access Control description).</summary>
internal static class ListDownload
{
    /// <summary>What is asked for them.</summary>
    public static MacsDeviceRequest.Download For(MacsDeviceMemory memory) => new(memory.RangesTag, memory.HashesTag);

    /// <summary>When they are downloaded next; null for at once.</summary>
    public static DateTimeOffset? DueAt(MacsDeviceMemory memory, AccessControlSettings settings, DateTimeOffset now) =>
        memory.ListsAt + settings.ListInterval is { } due && due > now ? due : null;

    /// <summary>The lists came, or not; only somebody who pressed the button is told.</summary>
    public static MacsDeviceState Received(
        MacsDeviceState state, MacsDeviceReply reply, AccessControlSettings settings, DateTimeOffset now)
    {
        var after = reply is MacsDeviceReply.Lists lists
            ? state with { Memory = Renewed(state.Memory, lists) with { ListsAt = now }, ListsDue = now + settings.ListInterval }
            : state with { ListsDue = now + settings.ReportInterval };
        return state.Waiting is not MacsDeviceRequest.Download ? after : (after with { Waiting = null }).Say(
            "Offline lists",
            MacsDeviceScreen.Identity,
            reply is MacsDeviceReply.Failed failed ? MacsDeviceTexts.Of(failed) : [MacsDeviceTexts.ListsDone]);
    }

    private static MacsDeviceMemory Renewed(MacsDeviceMemory memory, MacsDeviceReply.Lists lists)
    {
        memory = lists.Ranges is { } ranges ? memory with { Ranges = ranges, RangesTag = lists.RangesTag } : memory;
        return lists.Hashes is { } hashes ? memory with { Hashes = hashes, HashesTag = lists.HashesTag } : memory;
    }
}
