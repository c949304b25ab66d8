using System.Text.Json;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;
using static PairingLab.AccessControl.Devices.DeviceScreen;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a device makes of an answer, or of none.</summary>
internal static class DeviceHearing
{
    /// <summary>The state after an answer to what was waited for.</summary>
    public static DeviceState Hear(DeviceState state, DeviceRequest to, DeviceReply reply, DateTimeOffset now, PanVault pans)
    {
        if (state.Waiting != to)
        {
            return state;
        }

        state = state with { Waiting = null, Offline = !reply.Answered };
        return to switch
        {
            DeviceRequest.Pair => Paired(state, reply),
            DeviceRequest.Check => Checked(state, reply, now, pans),
            DeviceRequest.Confirm => Confirmed(state, reply),
            _ => state,
        };
    }

    /// <summary>MACS does not know the device's key any more.</summary>
    public static DeviceState Forbidden(DeviceState state) =>
        Say(state with { Memory = state.Memory with { Paired = false, Pending = null } }, "Not paired", Pair, DeviceTexts.NotAccepted);

    public static DeviceState Say(DeviceState state, string title, DeviceScreen then, params string[] texts) =>
        DeviceDecisions.Go(state, then) with { Message = new(title, texts, then) };

    /// <summary>Seed: "API Error code | On terminal error screen".</summary>
    public static string[] Error(DeviceReply reply) =>
        ErrorOf(reply) is { Code: { } code, Message: { } message } ? [message, code] : [DeviceTexts.NoAnswer, $"HTTP {reply.Status}"];

    private static DeviceState Paired(DeviceState state, DeviceReply reply) =>
        reply.Ok ? Say(state with { Memory = state.Memory.WithoutLists() with { Paired = true } }, "PAIRED", Identity, DeviceTexts.Paired)
        : reply.Answered ? Say(state, "NOT PAIRED", Pair, Error(reply))
        : Say(state, "NOT PAIRED", Pair, DeviceTexts.NoAnswer);

    private static DeviceState Checked(DeviceState state, DeviceReply reply, DateTimeOffset now, PanVault pans)
    {
        if (reply.Ok)
        {
            return DeviceDecisions.Go(state with { Check = reply.Read<CheckEntryResponse>() }, Entry);
        }

        return reply.Status switch
        {
            0 => OfflineDecision.Of(state, now, pans),
            403 => Forbidden(state),
            _ => Say(state, "Entry refused", Identity, Error(reply)),
        };
    }

    private static DeviceState Confirmed(DeviceState state, DeviceReply reply)
    {
        if (reply.Status is 0 or (>= 502 and <= 504))
        {
            // It may have been counted: it is sent again, the same, until MACS itself answers. A gateway's error (RFC 9110) is no word of MACS.
            return state with { Screen = Entry };
        }

        var guests = state.Memory.Pending!;
        var settled = state with { Memory = state.Memory with { Pending = null } };
        return reply.Ok ? Say(settled, "COMPLETED", Identity, DeviceTexts.Welcome, $"Adult guests: {guests.Adults}", $"Children: {guests.Children}")
            : reply.Status == 403 ? Forbidden(settled)
            : Say(settled, "Entry refused", Identity, Error(reply));
    }

    private static PosErrorResponse? ErrorOf(DeviceReply reply)
    {
        try
        {
            return JsonSerializer.Deserialize<PosErrorResponse>(reply.Body, LabJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
