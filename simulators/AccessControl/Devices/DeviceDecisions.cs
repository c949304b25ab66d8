using System.Collections.Immutable;
using System.Globalization;
using PairingLab.AccessControl.Sample;
using PairingLab.AccessControl.Services;
using static PairingLab.AccessControl.Devices.DeviceButtons;
using static PairingLab.AccessControl.Devices.DeviceScreen;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a device does at a button. State in, state out: what it asks of MACS is <see cref="DeviceState.Waiting"/>.</summary>
public static class DeviceDecisions
{
    /// <summary>The state after a button; the same when the button is not on the screen.</summary>
    public static DeviceState Press(DeviceState state, string button, IReadOnlyList<SampleCard> wallet)
    {
        if (state.Waiting is not null)
        {
            return state;
        }

        if (state.Message is { } message)
        {
            return button == Ok ? Go(state with { Message = null }, message.Then) : state;
        }

        return (state.Screen, button) switch
        {
            (DeviceScreen.Pair, DeviceButtons.Pair) when IsCode(state.Text(DeviceFields.Code)) => Ask(state, DeviceRequest.Pair),
            (Identity, IdentityConfirmed) => Go(state, Tap),
            (Identity, Lists) => Ask(state, DeviceRequest.Lists),
            (Tap, Chip or Contactless) when IsCard(state) => Ask(state with { EntryMode = button.ToUpperInvariant() }, DeviceRequest.Check),
            (Tap, Cancel) => Go(state, Identity),
            (Tap, _) when wallet.FirstOrDefault(c => button == Use + c.Name) is { } card => Take(state, card),
            (Entry, _) => OnEntry(state, button),
            _ => state,
        };
    }

    /// <summary>The state with a field's text replaced.</summary>
    public static DeviceState Type(DeviceState state, string field, string text) => state with { Typed = state.Typed.SetItem(field, text) };

    /// <summary>Whether it is as long as a pairing code, and digits only.</summary>
    public static bool IsCode(string text) => text.Length == Pairing.CodeLength && text.All(char.IsAsciiDigit);

    /// <summary>Whether a card can be read.</summary>
    public static bool IsCard(DeviceState state) =>
        PanVault.IsPan(state.Text(DeviceFields.Card))
        && DateOnly.TryParseExact(state.Text(DeviceFields.Expiry), "MM/yy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The ages as typed; null when they are no ages, or more than there are children.</summary>
    public static ImmutableList<int>? Ages(DeviceState state)
    {
        var ages = ImmutableList<int>.Empty;
        foreach (var part in state.Text(DeviceFields.Ages).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age > 25)
            {
                return null;
            }

            ages = ages.Add(age);
        }

        return ages.Count <= state.Children ? ages : null;
    }

    /// <summary>Another screen; what was typed on the old one is gone, the card above all.</summary>
    internal static DeviceState Go(DeviceState state, DeviceScreen screen) => state with
    {
        Screen = screen,
        Typed = ImmutableDictionary<string, string>.Empty,
        Check = screen == Entry ? state.Check : null,
        Adults = 0,
        Children = 0,
    };

    private static DeviceState OnEntry(DeviceState state, string button)
    {
        if (state.Memory.Pending is not null)
        {
            return button == TryAgain ? Ask(state, DeviceRequest.Confirm) : state;
        }

        return (button, state.Check) switch
        {
            (MoreAdults, { } c) when state.Adults < c.MaxAdultGuests => state with { Adults = state.Adults + 1 },
            (FewerAdults, _) when state.Adults > 0 => state with { Adults = state.Adults - 1 },
            (MoreChildren, { } c) when state.Children < c.MaxChildGuests => state with { Children = state.Children + 1 },
            (FewerChildren, _) when state.Children > 0 => state with { Children = state.Children - 1 },
            (Confirm, { } c) when Ages(state) is { } ages =>
                Ask(state with { Memory = state.Memory with { Pending = new(c.AccessId, state.Adults, state.Children, ages) } }, DeviceRequest.Confirm),
            (Cancel, _) => Go(state, Identity),
            _ => state,
        };
    }

    private static DeviceState Take(DeviceState state, SampleCard card) =>
        state with { Typed = state.Typed.SetItem(DeviceFields.Card, card.Pan).SetItem(DeviceFields.Expiry, card.Expiry) };

    private static DeviceState Ask(DeviceState state, DeviceRequest request) => state with { Waiting = request };
}
