namespace PairingLab.AccessControl.Devices;

/// <summary>Texts of a device's screen that the seed does not give (lab's wording).</summary>
internal static class DeviceTexts
{
    public const string CheckIdentity = "Check the cardholder's identity.";
    public const string Tap = "Tap or insert the card.";
    public const string Wait = "Please wait...";
    public const string Offline = "No connection to MACS";
    public const string OfflineAllowed = "Entry allowed without connection. It is kept and reported later.";
    public const string OfflineRefused = "Without connection this card can't be accepted.";
    public const string NoAnswer = "MACS does not answer. Check the connection and try again.";
    public const string ConfirmOpen = "The confirmation has no answer yet.";
    public const string NotAccepted = "MACS does not accept this terminal any more. Pair it again.";
    public const string Welcome = "The cardholder may enter.";
    public const string ListsDone = "The offline lists are up to date.";
    public const string Paired = "The terminal is paired.";
}
