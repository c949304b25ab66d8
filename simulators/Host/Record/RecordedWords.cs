using System.Text.RegularExpressions;

namespace PairingLab.Host.Record;

/// <summary>The lab's own steps for what a person does at a bench; a test holds that each has a binding.</summary>
public static partial class RecordedWords
{
    /// <summary>A press; null where the lab has no step for it.</summary>
    public static string? Press(string device, string button) =>
        Pressable().IsMatch(device) && !button.Contains(']', StringComparison.Ordinal) ? $"[{button}] is pressed on {device}" : null;

    /// <summary>What a device shows; null where the lab has no step for it.</summary>
    public static string? Shows(string device, string text) =>
        Readable().IsMatch(device) && !text.Contains('"', StringComparison.Ordinal) ? $"{device} shows \"{text}\"" : null;

    /// <summary>The OTP of the status display is read.</summary>
    public const string OtpRead = "the OTP is read from the status display";

    /// <summary>It is entered at the Configuration Client, and confirmed.</summary>
    public static string OtpEntered(string device) => $"the OTP that was read is entered at {device}";

    /// <summary>The Pairing OTP is retrieved, and its dialog closed.</summary>
    public const string PairingOtpRetrieved = "the Pairing OTP is retrieved";

    /// <summary>It is keyed in, and confirmed.</summary>
    public static string PairingOtpEntered(string device) => $"the OTP is entered on {device}";

    /// <summary>Somebody signs in at the Configuration Client.</summary>
    public static string SignedIn(string role) => $"the {role} signs in";

    /// <summary>The display is dark.</summary>
    public static string Dark(string device) => $"the display of {device} is dark over the serial line";

    [GeneratedRegex(@"^(config|pos|eftpos|sci-pos|payment|macs)-[0-9]\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pressable();

    [GeneratedRegex(@"^(config|pos|eftpos|sci-pos|payment|register|macs|kiosk)-[0-9]\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Readable();
}
