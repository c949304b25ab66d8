using PairingLab.AccessControl.Sample;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using static PairingLab.AccessControl.Devices.MacsDeviceButtons;
using static PairingLab.AccessControl.Devices.MacsDeviceScreen;

namespace PairingLab.AccessControl.Devices;

/// <summary>
/// A MACS device, the payment terminal at a location: its pairing, and what leads to the flows of <see cref="OnlineEntry"/>,
/// <see cref="OfflineEntries"/> and <see cref="ListDownload"/>.
/// </summary>
public sealed class MacsDeviceLogic(string id, AccessControlSettings settings, PanHasher pans, IReadOnlyList<SampleCard> wallet)
    : IDeviceLogic<MacsDeviceState, MacsDeviceRequest, MacsDeviceReply>
{
    private const int Forbidden = 403;

    private readonly string memoryKey = $"access-control/{id}/memory";
    private readonly string keyKey = $"access-control/{id}/key";

    /// <summary>The serial number printed on a device: its id in capital letters.</summary>
    public static string SerialOf(string id) => id.ToUpperInvariant();

    /// <summary>Whether it is as long as a pairing code, and digits only.</summary>
    public static bool IsCode(string text) => text.Length == Pairing.CodeLength && text.All(char.IsAsciiDigit);

    /// <summary>Takes up what was left when the power went: a confirmation without an answer, entries to report, lists grown old.</summary>
    public MacsDeviceState Boot(DeviceDisk disk, DateTimeOffset now)
    {
        var memory = disk.Read<MacsDeviceMemory>(memoryKey) ?? new();
        var state = new MacsDeviceState(memory)
        {
            Key = disk.Read<string>(keyKey),
            Screen = memory.Paired ? Identity : MacsDeviceScreen.Pair,
            ListsDue = ListDownload.DueAt(memory, settings, now),
            ReportDue = now + settings.ReportInterval,
        };
        return memory is { Paired: true, Pending: { } open }
            ? state with { Screen = Entry, Waiting = new MacsDeviceRequest.Confirm(open) }
            : state;
    }

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(MacsDeviceState state) =>
        [new(keyKey, state.Key), new(memoryKey, state.Memory)];

    /// <inheritdoc />
    public Panel Show(MacsDeviceState state) => MacsDevicePanel.Of(id, state, wallet);

    /// <inheritdoc />
    public MacsDeviceState Press(MacsDeviceState state, string button, DateTimeOffset now) =>
        state.Waiting is not null ? state
        : state.Message is not null ? button == Ok ? state.Go(state.Screen) with { Message = null } : state
        : (state.Screen, button) switch
        {
            (MacsDeviceScreen.Pair, MacsDeviceButtons.Pair) when IsCode(state.Text(MacsDeviceFields.Code)) =>
                state with { Waiting = new MacsDeviceRequest.Pair(state.Text(MacsDeviceFields.Code)) },
            (Identity, IdentityConfirmed) => state.Go(Tap),
            (Identity, Lists) => state with { Waiting = ListDownload.For(state.Memory) },
            (Tap, _) => OnlineEntry.PressAtTap(state, button, wallet),
            (Entry, _) => OnlineEntry.PressAtEntry(state, button),
            _ => state,
        };

    /// <inheritdoc />
    public MacsDeviceState Type(MacsDeviceState state, string field, string text) =>
        state with { Typed = state.Typed.SetItem(field, text) };

    /// <summary>Everything it asks of MACS is signed; the first pairing begins with a key.</summary>
    public IEnumerable<MacsDeviceRequest> Wants(MacsDeviceState state) =>
        state.Key is { } key ? AskedOfMacs(state).Select(r => r with { Key = key })
        : state.Waiting is MacsDeviceRequest.Pair ? [new MacsDeviceRequest.MakeKey()]
        : [];

    /// <inheritdoc />
    public TimeSpan? Patience(MacsDeviceRequest request) => request is MacsDeviceRequest.MakeKey ? null : settings.AnswerPatience;

    /// <inheritdoc />
    public MacsDeviceState Receive(MacsDeviceState state, MacsDeviceRequest asked, MacsDeviceReply reply, DateTimeOffset now)
    {
        if (reply is MacsDeviceReply.KeyMade made)
        {
            return state with { Key = made.Key };
        }

        var after = Received(state with { Offline = reply is MacsDeviceReply.Failed { Status: 0 } }, asked, reply, now);

        // A device that gets an answer is online, and can report; not right after a report, which may just have been refused.
        return after.Offline || asked is MacsDeviceRequest.Report ? after : OfflineEntries.Report(after);
    }

    /// <inheritdoc />
    public Pulse? NextPulse(MacsDeviceState state) =>
        !state.Memory.Paired ? null
        : OfflineEntries.DueAt(state) is { } report && !(state.ListsDue < report) ? new(report, settings.ReportInterval)
        : state.ListsDue is { } lists ? new(lists, settings.ListInterval)
        : null;

    /// <inheritdoc />
    public MacsDeviceState Due(MacsDeviceState state, DateTimeOffset now)
    {
        var after = state.ListsDue <= now ? state with { ListsDue = null } : state;
        return OfflineEntries.DueAt(after) <= now ? OfflineEntries.Report(after) : after;
    }

    private static IEnumerable<MacsDeviceRequest> AskedOfMacs(MacsDeviceState state)
    {
        if (state.Waiting is { } waiting)
        {
            yield return waiting;
        }

        if (state is { Memory.Paired: true, ListsDue: null })
        {
            yield return ListDownload.For(state.Memory);
        }

        if (!state.Reporting.IsEmpty)
        {
            yield return new MacsDeviceRequest.Report(state.Reporting);
        }
    }

    private MacsDeviceState Received(MacsDeviceState state, MacsDeviceRequest asked, MacsDeviceReply reply, DateTimeOffset now) =>
        (asked, reply) switch
        {
            (MacsDeviceRequest.Pair, _) => Paired(state with { Waiting = null }, reply),
            (_, MacsDeviceReply.Failed { Status: Forbidden }) => NotAccepted(state),
            (MacsDeviceRequest.Check check, MacsDeviceReply.Failed { Status: 0 }) =>
                OfflineEntries.Decide(state with { Waiting = null }, check, pans, settings, now),
            (MacsDeviceRequest.Check, _) => OnlineEntry.Checked(state with { Waiting = null }, reply),
            (MacsDeviceRequest.Confirm confirm, _) => OnlineEntry.Confirmed(state with { Waiting = null }, confirm.Entry, reply),
            (MacsDeviceRequest.Download, _) => ListDownload.Received(state, reply, settings, now),
            (MacsDeviceRequest.Report, _) => OfflineEntries.Reported(state, reply, now + settings.ReportInterval),
            _ => state,
        };

    /// <summary>
    /// The key stays until it is refused, since the answer of a pairing can get lost. A code that was wrong refuses it too: nothing was
    /// paired with it then.
    /// </summary>
    private static MacsDeviceState Paired(MacsDeviceState state, MacsDeviceReply reply) => reply switch
    {
        MacsDeviceReply.Failed failed => (state with { Key = failed.Status == Forbidden ? null : state.Key })
            .Say("NOT PAIRED", MacsDeviceScreen.Pair, MacsDeviceTexts.Of(failed)),
        _ => (state with { Memory = state.Memory.WithoutLists() with { Paired = true }, ListsDue = null })
            .Say("PAIRED", Identity, MacsDeviceTexts.Paired),
    };

    /// <summary>MACS does not know the device's key any more.</summary>
    private static MacsDeviceState NotAccepted(MacsDeviceState state) =>
        (state with { Key = null, Memory = state.Memory with { Paired = false, Pending = null }, Waiting = null, Reporting = [] })
        .Say("Not paired", MacsDeviceScreen.Pair, MacsDeviceTexts.NotAccepted);
}
