using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Sample;
using PairingLab.Kernel.Panels;
using static PairingLab.AccessControl.Devices.DeviceButtons;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a device shows in each state.</summary>
public static class DevicePanel
{
    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, string serial, DeviceState state, IReadOnlyList<SampleCard> wallet)
    {
        if (state.Waiting is not null)
        {
            return new(device, "Access Control", [DeviceTexts.Wait], [], []);
        }

        return state.Message is { } message
            ? new(device, message.Title, message.Texts, [new(Ok)], []) { Shape = PanelShape.Dialog }
            : OfScreen(device, serial, state, wallet);
    }

    private static Panel OfScreen(string device, string serial, DeviceState state, IReadOnlyList<SampleCard> wallet) => state.Screen switch
    {
        DeviceScreen.Pair => new(device, "Pair terminal", [$"Serial number: {serial}", .. Kept(state)],
            [new(Pair, DeviceDecisions.IsCode(state.Text(DeviceFields.Code)))], [Field(state, DeviceFields.Code)]),
        DeviceScreen.Identity => new(device, "Access Control", [DeviceTexts.CheckIdentity, .. Lines(state)], [new(IdentityConfirmed), new(Lists)], []),
        DeviceScreen.Tap => new(device, "Tap card", [DeviceTexts.Tap],
            [.. wallet.Select(c => new PanelButton(Use + c.Name)), new(Contactless, DeviceDecisions.IsCard(state)), new(Chip, DeviceDecisions.IsCard(state)), new(Cancel)],
            [Field(state, DeviceFields.Card) with { Secret = true }, Field(state, DeviceFields.Expiry)]),
        _ => state.Memory.Pending is null ? Visits(device, state) : new(device, "Confirm entry", [DeviceTexts.ConfirmOpen, DeviceTexts.NoAnswer], [new(TryAgain)], []),
    };

    private static Panel Visits(string device, DeviceState state)
    {
        var check = state.Check!;
        var asksAges = check.ChildrenFreeUnder is not null && state.Children > 0;
        return new(
            device,
            "Visits left",
            [
                $"Free visits left: {Number(check.FreeVisitsLeft)}", $"Paid visits left: {Number(check.PaidVisitsLeft)}",
                check.Cardholder.Fee is { } fee ? $"Cardholder pays {Amount(fee)}" : "Cardholder: free",
                $"Adult guests: {state.Adults} of {check.MaxAdultGuests}",
                .. check.AdultGuestFee is { } adult ? new[] { $"Paid adult guest: {Amount(adult)}" } : [],
                $"Children: {state.Children} of {check.MaxChildGuests}",
                .. check.ChildGuestFee is { } child ? new[] { $"Paid child: {Amount(child)}" } : [],
                .. asksAges ? new[] { $"Children under {check.ChildrenFreeUnder} are free" } : [],
            ],
            [
                new(FewerAdults, state.Adults > 0), new(MoreAdults, state.Adults < check.MaxAdultGuests),
                new(FewerChildren, state.Children > 0), new(MoreChildren, state.Children < check.MaxChildGuests),
                new(Confirm, DeviceDecisions.Ages(state) is not null), new(Cancel),
            ],
            asksAges ? [Field(state, DeviceFields.Ages)] : []);
    }

    private static IEnumerable<string> Lines(DeviceState state)
    {
        if (state.Offline)
        {
            yield return DeviceTexts.Offline;
        }

        yield return state.Memory.ListsAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"Offline lists: {at:yyyy-MM-dd HH:mm}, {state.Memory.Ranges.Count} ranges, {state.Memory.Hashes.Count} cards")
            : "Offline lists: none";
        foreach (var line in Kept(state))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Kept(DeviceState state)
    {
        if (state.Memory.Kept.Count > 0)
        {
            yield return $"Offline entries to report: {state.Memory.Kept.Count}";
        }

        if (state.Memory.Rejected > 0)
        {
            yield return $"Offline entries rejected by MACS: {state.Memory.Rejected}";
        }
    }

    private static string Amount(Price price) => string.Create(CultureInfo.InvariantCulture, $"{price.Amount:0.00} {price.Currency}");

    private static string Number(int? left) => left?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";

    private static PanelField Field(DeviceState state, string name) => new(name, state.Text(name));
}
