using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What CAS says; nothing public has these texts: the lab's own.</summary>
public static class CasTexts
{
    /// <summary>Above the terminal list; the address follows.</summary>
    public const string ServerHost = "Server host for terminals: ";

    /// <summary>On a pairing request.</summary>
    public const string Compare = "Compare the certificate fingerprint with the pairing code on the terminal's error screen, whole or in pieces.";

    /// <summary>A typed code is another one.</summary>
    public const string NoMatch = "Does not match: somebody else asks under this serial number. Refuse this request.";

    /// <summary>Nobody asks.</summary>
    public const string NoRequests = "No terminal asks to be paired.";

    /// <summary>An empty list.</summary>
    public const string NoTerminals = "There is no terminal yet. Create it under its serial number.";

    /// <summary>Settings: the opening hours can't be read.</summary>
    public const string BadHours = "Opening hours must look like 08:00-20:00, or be empty.";

    /// <summary>Settings: the exchange rate can't be read.</summary>
    public const string BadRate = "The exchange rate must be a number above zero, or be empty.";

    /// <summary>Settings: the whitelist can't be read.</summary>
    public const string BadWhitelist = "The IP whitelist must be addresses such as 10.0.0.5, with commas between, or be empty.";

    /// <summary>Why something was not done.</summary>
    public static string Of(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn => "Sign in first.",
        Refusal.TwoFactorNeeded => "Only a user with two-factor sign-in may approve.",
        Refusal.WrongPassword => "User name or password is wrong.",
        Refusal.WrongCode => "The authentication code is wrong, or was used before.",
        Refusal.UserLocked => "This user is locked after too many wrong tries. Try again later.",
        Refusal.BadSerial => "A serial number has 3 to 20 capital letters and digits, such as BT101308.",
        Refusal.AlreadyThere => "There is a terminal with this serial number already.",
        Refusal.NoSuchTerminal => "There is no terminal with this serial number.",
        Refusal.NoSuchRequest => "This pairing request is gone. The terminal asks again when it is there.",
        Refusal.Ambiguous => "Two requests are for one terminal, or two terminals show one fingerprint. Approve them one by one.",
        Refusal.NothingToUnpair => "This terminal is not paired.",
        Refusal.NoUpgrade => "This terminal is not being upgraded.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a text"),
    };

    /// <summary>A typed code matches.</summary>
    public static string Matches(int part) => part == 0 ? "Matches: the whole fingerprint." : $"Matches: piece {part}.";
}
