using System.Collections.Immutable;
using System.Globalization;
using PairingLab.AccessControl.Sample;
using PairingLab.AccessControl.Services;
using static PairingLab.AccessControl.Devices.MacsDeviceButtons;

namespace PairingLab.AccessControl.Devices;

/// <summary>An entry that MACS decides: a card is checked, guests are chosen, the entry is confirmed.</summary>
internal static class OnlineEntry
{
    private const int OldestChild = 25;

    /// <summary>Whether a card can be read.</summary>
    public static bool IsCard(MacsDeviceState state) =>
        PanHasher.IsPan(state.Text(MacsDeviceFields.Card))
        && DateOnly.TryParseExact(
            state.Text(MacsDeviceFields.Expiry), "MM/yy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The ages as typed; null when they are not ages, or more than there are children.</summary>
    public static ImmutableList<int>? Ages(MacsDeviceState state)
    {
        var ages = ImmutableList<int>.Empty;
        foreach (var part in state.Text(MacsDeviceFields.Ages)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age > OldestChild)
            {
                return null;
            }

            ages = ages.Add(age);
        }

        return ages.Count <= state.Children ? ages : null;
    }

    public static MacsDeviceState PressAtTap(MacsDeviceState state, string button, IReadOnlyList<SampleCard> wallet) => button switch
    {
        Chip or Contactless when IsCard(state) => state with
        {
            Waiting = new MacsDeviceRequest.Check(
                state.Text(MacsDeviceFields.Card), state.Text(MacsDeviceFields.Expiry), button.ToUpperInvariant()),
        },
        Cancel => state.Go(MacsDeviceScreen.Identity),
        _ => wallet.FirstOrDefault(c => button == Use + c.Name) is { } card
            ? state with { Typed = state.Typed.SetItem(MacsDeviceFields.Card, card.Pan).SetItem(MacsDeviceFields.Expiry, card.Expiry) }
            : state,
    };

    public static MacsDeviceState PressAtEntry(MacsDeviceState state, string button) =>
        state.Memory.Pending is { } open
            ? button == TryAgain ? state with { Waiting = new MacsDeviceRequest.Confirm(open) } : state
            : (button, state.Check) switch
            {
                (MoreAdults, { } c) when state.Adults < c.MaxAdultGuests => state with { Adults = state.Adults + 1 },
                (FewerAdults, _) when state.Adults > 0 => state with { Adults = state.Adults - 1 },
                (MoreChildren, { } c) when state.Children < c.MaxChildGuests => state with { Children = state.Children + 1 },
                (FewerChildren, _) when state.Children > 0 => state with { Children = state.Children - 1 },
                (MacsDeviceButtons.Confirm, { } c) when Ages(state) is { } ages =>
                    Confirm(state, new(c.AccessId, state.Adults, state.Children, ages)),
                (Cancel, _) => state.Go(MacsDeviceScreen.Identity),
                _ => state,
            };

    /// <summary>MACS has answered the check.</summary>
    public static MacsDeviceState Checked(MacsDeviceState state, MacsDeviceReply reply) => reply switch
    {
        MacsDeviceReply.Allowed allowed => (state with { Check = allowed.Check }).Go(MacsDeviceScreen.Entry),
        MacsDeviceReply.Failed failed => state.Say("Entry refused", MacsDeviceScreen.Identity, MacsDeviceTexts.Of(failed)),
        _ => state,
    };

    /// <summary>
    /// The confirmation was answered, or not: it may have been counted then, and is sent again, the same, until MACS itself answers. A
    /// gateway's error (RFC 9110) does not come from MACS.
    /// </summary>
    public static MacsDeviceState Confirmed(MacsDeviceState state, PendingConfirm entry, MacsDeviceReply reply)
    {
        if (reply is MacsDeviceReply.Failed { Status: 0 or (>= 502 and <= 504) })
        {
            return state;
        }

        var settled = state with { Memory = state.Memory with { Pending = null } };
        return reply is MacsDeviceReply.Failed failed
            ? settled.Say("Entry refused", MacsDeviceScreen.Identity, MacsDeviceTexts.Of(failed))
            : settled.Say(
                "COMPLETED",
                MacsDeviceScreen.Identity,
                [
                    MacsDeviceTexts.Welcome,
                    $"Adult guests: {entry.Adults}",
                    $"Children: {entry.Children}",
                    .. reply is MacsDeviceReply.Done done ? done.Totals.Select(MacsDeviceTexts.ToPay) : [],
                ]);
    }

    /// <summary>It is on the disk before MACS hears of it.</summary>
    private static MacsDeviceState Confirm(MacsDeviceState state, PendingConfirm entry) =>
        state with { Memory = state.Memory with { Pending = entry }, Waiting = new MacsDeviceRequest.Confirm(entry) };
}
