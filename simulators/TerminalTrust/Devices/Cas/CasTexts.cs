namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The texts of CAS. No public source has them: they are the lab's.</summary>
public static class CasTexts
{
    /// <summary>Above the terminal list; the address follows.</summary>
    public const string ServerHost = "Server host for terminals: ";

    /// <summary>On a pairing request.</summary>
    public const string Compare =
        "Compare the certificate fingerprint with the pairing code on the terminal's error screen, whole or in pieces.";

    /// <summary>A typed code does not match.</summary>
    public const string NoMatch = "Does not match: somebody else asks under this serial number. Refuse this request.";

    /// <summary>There are no pairing requests.</summary>
    public const string NoRequests = "No terminal asks to be paired.";

    /// <summary>The terminal list is empty.</summary>
    public const string NoTerminals = "There is no terminal yet. Create it under its serial number.";

    /// <summary>A typed code matches.</summary>
    public static string Matches(int part) => part == 0 ? "Matches: the whole fingerprint." : $"Matches: piece {part}.";

    /// <summary>Some of the given fingerprints belong to no pairing request.</summary>
    public static string UnknownFingerprints(IReadOnlyList<string> unknown, int given, int selected) =>
        $"{unknown.Count} of {given} belong to no pairing request, such as {unknown[0]}. {selected} are selected.";
}
