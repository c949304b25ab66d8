namespace PairingLab.TerminalTrust.Core;

/// <summary>Versions of terminal firmware: dates of eight digits, so that they sort as texts.</summary>
public static class Firmware
{
    /// <summary>The first that can be paired. Terminal trust troubleshooting guide: "upgrade to version 20230801 before".</summary>
    public const string FirstWithPairing = "20230801";

    /// <summary>What the ancient versions are upgraded to first. Lab's choice.</summary>
    public const string Intermediate = "20221118";

    /// <summary>The last ancient version. Terminal trust troubleshooting guide: "20190130 and older" need two upgrades.</summary>
    public const string LastAncient = "20190130";

    /// <summary>Whether a text is a version: eight digits.</summary>
    public static bool IsVersion(string? text) => text is { Length: 8 } && text.All(char.IsAsciiDigit);

    /// <summary>The next upgrade that a terminal needs; null when it pairs as it is.</summary>
    public static string? Next(string version) =>
        IsAtLeast(version, FirstWithPairing) ? null
        : IsAtLeast(LastAncient, version) ? Intermediate
        : FirstWithPairing;

    /// <summary>Whether a version is the other one or newer.</summary>
    public static bool IsAtLeast(string version, string other) => string.CompareOrdinal(version, other) >= 0;
}
