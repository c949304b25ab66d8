using System.Globalization;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>Texts on a POS: the seed's 004_b9cc866c533de7c3 and the vendor's letter for letter, else the lab's.</summary>
public static class PosTexts
{
    /// <summary>Seed, SCI branding.</summary>
    public const string Brand = "Simple Cloud Integration";

    /// <summary>Seed, Network/connectivity failure.</summary>
    public const string CheckNetwork = "Please check network and terminal connections and try again";

    /// <summary>Vendor, SCITX01.</summary>
    public const string NoActivePairings = "No active pairings found";

    /// <summary>Seed, Paired state: a success message.</summary>
    public const string PairingSuccessful = "Pairing successful";

    /// <summary>[Test] on a pairing that is there.</summary>
    public const string PairingActive = "Pairing is active";

    /// <summary>204 on unpair.</summary>
    public const string Unpaired = "Unpaired";

    /// <summary>[Cancel].</summary>
    public const string Cancelled = "Pairing cancelled";

    /// <summary>A request is under way.</summary>
    public const string PleaseWait = "Please wait...";

    /// <summary>Nothing can be sold by card.</summary>
    public const string NotPaired = "Not paired. Open Pairing to pair an EFTPOS terminal.";

    /// <summary>The confirmation code.</summary>
    public const string ConfirmationCode = "Confirmation code";

    /// <summary>Seed: the merchant verifies they match, then confirms on the terminal; then [Test].</summary>
    public const string CompareCodes = "Check that the terminal shows the same confirmation code and confirm it on the terminal. Then press Test.";

    /// <summary>[Test] before the confirmation, or after the pairing has come to nothing.</summary>
    public const string ConfirmFirst = "Confirm the code on the terminal and press Test again, or press Cancel and pair again from the terminal.";

    /// <summary>Nobody knows how a purchase ended.</summary>
    public const string ResultUnknown = "The result is not known. Check the terminal.";

    /// <summary>Seed: Pairing instructions (recommended).</summary>
    public static readonly IReadOnlyList<string> Instructions =
    [
        "On the EFTPOS terminal, select Pair with POS. The terminal displays a pairing code.",
        "Enter the pairing code here, and a nickname for this pairing if you like. Press Pair.",
        "Check that both show the same confirmation code, and confirm it on the terminal.",
        "Press Test to complete the pairing.",
    ];

    /// <summary>Seed: display an unpaired state and prompt the merchant to re-pair from the terminal.</summary>
    public static string PairAgain(StoredPairing pairing) => $"{Name(pairing)} is no longer paired. To pair again, start pairing on the terminal.";

    /// <summary>A pairing's nickname, or its id.</summary>
    public static string Name(StoredPairing pairing) => pairing.PairingNickname ?? pairing.PairingId;

    /// <summary>Cents as money.</summary>
    public static string Money(long cents) => string.Create(CultureInfo.InvariantCulture, $"AUD {cents / 100m:0.00}");
}
