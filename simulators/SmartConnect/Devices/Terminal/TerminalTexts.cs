namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device says. The seed describes the device but quotes no text of it: all are the lab's.</summary>
public static class TerminalTexts
{
    /// <summary>Above the pairing code.</summary>
    public const string EnterCode = "Enter this code in your POS software:";

    /// <summary>Pairing is open and the code has not come yet.</summary>
    public const string AskingForCode = "Asking SmartConnect for a pairing code...";

    /// <summary>The code has died of age, since no other one could be fetched.</summary>
    public const string CodeExpired = "The pairing code has expired. A new one is shown as soon as SmartConnect answers.";

    /// <summary>No answer.</summary>
    public const string Offline = "No connection to SmartConnect";

    /// <summary>Before the first answer.</summary>
    public const string Connecting = "Connecting to SmartConnect...";

    /// <summary>Idle.</summary>
    public const string Ready = "Ready for payments";

    /// <summary>An empty list.</summary>
    public const string NoRegisters = "No register is paired with this device.";

    /// <summary>[Unpair], and no answer.</summary>
    public const string NotUnpaired = "SmartConnect does not answer. The list may be out of date: look at it again when the connection is back.";

    /// <summary>The internal id is used by other hardware now.</summary>
    public const string Replaced = "Another device with this internal ID has been switched on.";

    /// <summary>Service: changed only while no payment is open.</summary>
    public const string PaymentOpen = "Finish the payment first.";
}
