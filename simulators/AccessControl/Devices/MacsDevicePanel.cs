using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Sample;
using PairingLab.Kernel.Panels;
using static PairingLab.AccessControl.Devices.MacsDeviceButtons;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a MACS device shows in each state.</summary>
internal static class MacsDevicePanel
{
    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, MacsDeviceState state, IReadOnlyList<SampleCard> wallet) =>
        state.Waiting is not null ? new(device, "Access Control", [MacsDeviceTexts.Wait], [], [])
        : state.Message is { } message
            ? new(device, message.Title, message.Texts, [new(Ok)], []) { Shape = PanelShape.Dialog }
        : OfScreen(device, state, wallet);

    private static Panel OfScreen(string device, MacsDeviceState state, IReadOnlyList<SampleCard> wallet) => state.Screen switch
    {
        MacsDeviceScreen.Pair => new(
            device,
            "Pair terminal",
            [$"Serial number: {MacsDeviceLogic.SerialOf(device)}", .. Kept(state)],
            [new(Pair, MacsDeviceLogic.IsCode(state.Text(MacsDeviceFields.Code)))],
            [Field(state, MacsDeviceFields.Code)]),
        MacsDeviceScreen.Identity => new(
            device, "Access Control", [MacsDeviceTexts.CheckIdentity, .. Lines(state)], [new(IdentityConfirmed), new(Lists)], []),
        MacsDeviceScreen.Tap => new(
            device,
            "Tap card",
            [MacsDeviceTexts.Tap],
            [
                .. wallet.Select(c => new PanelButton(Use + c.Name)),
                new(Contactless, OnlineEntry.IsCard(state)),
                new(Chip, OnlineEntry.IsCard(state)),
                new(Cancel),
            ],
            [Field(state, MacsDeviceFields.Card) with { Secret = true }, Field(state, MacsDeviceFields.Expiry)]),
        _ => state.Memory.Pending is null
            ? Visits(device, state)
            : new(device, "Confirm entry", [MacsDeviceTexts.ConfirmOpen, MacsDeviceTexts.ThirdPartyFailure], [new(TryAgain)], []),
    };

    private static Panel Visits(string device, MacsDeviceState state)
    {
        var check = state.Check!;
        var asksAges = check.ChildrenFreeUnder is not null && state.Children > 0;
        return Panel.Of(
            device,
            "Visits left",
            [
                new($"Free visits left: {Number(check.FreeVisitsLeft)}", TextRole.State),
                new($"Paid visits left: {Number(check.PaidVisitsLeft)}", TextRole.State),
                check.Cardholder.Fee is { } fee ? $"Cardholder pays {Amount(fee)}" : "Cardholder: free",
                $"Adult guests: {state.Adults} of {check.MaxAdultGuests}",
                .. check.AdultGuestFee is { } adult ? new PanelText[] { $"Paid adult guest: {Amount(adult)}" } : [],
                $"Children: {state.Children} of {check.MaxChildGuests}",
                .. check.ChildGuestFee is { } child ? new PanelText[] { $"Paid child: {Amount(child)}" } : [],
                .. asksAges ? new PanelText[] { $"Children under {check.ChildrenFreeUnder} are free" } : [],
            ],
            [
                new(FewerAdults, state.Adults > 0), new(MoreAdults, state.Adults < check.MaxAdultGuests),
                new(FewerChildren, state.Children > 0), new(MoreChildren, state.Children < check.MaxChildGuests),
                new(Confirm, OnlineEntry.Ages(state) is not null), new(Cancel),
            ],
            asksAges ? [Field(state, MacsDeviceFields.Ages)] : []);
    }

    private static IEnumerable<string> Lines(MacsDeviceState state)
    {
        if (state.Offline)
        {
            yield return MacsDeviceTexts.Offline;
        }

        yield return state.Memory.ListsAt is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Offline lists: {at:yyyy-MM-dd HH:mm}, {state.Memory.Ranges.Count} ranges, {state.Memory.Hashes.Count} cards")
            : "Offline lists: none";
        foreach (var line in Kept(state))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Kept(MacsDeviceState state)
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

    private static PanelField Field(MacsDeviceState state, string name) => new(name, state.Text(name));
}

/// <summary>Names of the buttons of a MACS device.</summary>
public static class MacsDeviceButtons
{
    /// <summary>Pairs.</summary>
    public const string Pair = "Pair";

    /// <summary>Staff has checked the identity.</summary>
    public const string IdentityConfirmed = "Identity confirmed";

    /// <summary>Gets the offline lists now (Access Control description: "or manually from terminal").</summary>
    public const string Lists = "Download lists";

    /// <summary>The card is read by its chip.</summary>
    public const string Chip = "Chip";

    /// <summary>The card is tapped.</summary>
    public const string Contactless = "Contactless";

    /// <summary>Takes a sample card; its name follows.</summary>
    public const string Use = "Use ";

    /// <summary>One adult more.</summary>
    public const string MoreAdults = "Adult guest +";

    /// <summary>One adult fewer.</summary>
    public const string FewerAdults = "Adult guest −";

    /// <summary>One child more.</summary>
    public const string MoreChildren = "Child +";

    /// <summary>One child fewer.</summary>
    public const string FewerChildren = "Child −";

    /// <summary>Confirms the entry.</summary>
    public const string Confirm = "Confirm";

    /// <summary>Gives up.</summary>
    public const string Cancel = "Cancel";

    /// <summary>Has read a message.</summary>
    public const string Ok = "OK";

    /// <summary>Sends a confirmation again.</summary>
    public const string TryAgain = "Try again";
}

/// <summary>Names of the fields of a MACS device.</summary>
public static class MacsDeviceFields
{
    /// <summary>Eight digits.</summary>
    public const string Code = "Pairing code";

    /// <summary>The card's number, as the reader would read it.</summary>
    public const string Card = "Card number";

    /// <summary>MM/YY.</summary>
    public const string Expiry = "Expiry date";

    /// <summary>Ages with commas.</summary>
    public const string Ages = "Ages of children";
}

/// <summary>Texts of a MACS device's screen that the Access Control description does not give (the lab's wording).</summary>
internal static class MacsDeviceTexts
{
    public const string CheckIdentity = "Check the cardholder's identity.";
    public const string Tap = "Tap or insert the card.";
    public const string Wait = "Please wait...";
    public const string Offline = "No connection to MACS";
    public const string OfflineAllowed = "Entry allowed without connection. It is kept and reported later.";
    public const string OfflineRefused = "Without connection this card can't be accepted.";
    public const string ThirdPartyFailure = "MACS does not answer. Check the connection and try again.";
    public const string Stranger = "Who answers is not MACS: its certificate is of another CA. Nothing was sent.";
    public const string ConfirmOpen = "The confirmation has no answer yet.";
    public const string NotAccepted = "MACS does not accept this terminal any more. Pair it again.";
    public const string Welcome = "The cardholder may enter.";
    public const string ListsDone = "The offline lists are up to date.";
    public const string Paired = "The terminal is paired.";

    public static string ToPay(Price total) =>
        string.Create(CultureInfo.InvariantCulture, $"To be paid: {total.Amount:0.00} {total.Currency}");

    /// <summary>Why it was not done. Access Control description: "API Error code | On terminal error screen".</summary>
    public static IReadOnlyList<string> Of(MacsDeviceReply.Failed failed) => failed switch
    {
        { Error: { Outage: { } outage } error } => [error.Message, error.Code, outage],
        { Error: { } error } => [error.Message, error.Code],
        { Untrusted: true } => [Stranger],
        { Status: 0 } => [ThirdPartyFailure],
        _ => [ThirdPartyFailure, $"HTTP {failed.Status}"],
    };
}
