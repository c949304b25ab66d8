using System.Globalization;
using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>Texts on a terminal. The seed has none, so they are the lab's.</summary>
public static class TerminalTexts
{
    /// <summary>The pairing code is on the screen.</summary>
    public const string EnterOnPos = "Enter this pairing code on your POS.";

    /// <summary>The confirmation code is on the screen.</summary>
    public const string SameCode = "Does your POS show the same confirmation code?";

    /// <summary>Its link is down.</summary>
    public const string NoConnection = "No connection";

    /// <summary>An act was not answered.</summary>
    public const string NotReached = "The terminal has no connection. Check its network and try again.";

    /// <summary>The merchant has switched it offline.</summary>
    public const string IsOffline = "The terminal is offline.";

    /// <summary>Before the first word of the tenant.</summary>
    public const string Connecting = "Connecting...";

    /// <summary>An act is under way.</summary>
    public const string PleaseWait = "Please wait...";

    /// <summary>The customer has signed on paper.</summary>
    public const string AtThePos = "Check the signature, and answer on the POS";

    /// <summary>The terminal is busy with its own.</summary>
    public const string Settling = "Settlement is running.";

    /// <summary>Neither the code was used in time nor the pairing confirmed.</summary>
    public const string Expired = "The pairing has expired. Start pairing again.";

    /// <summary>The POS has cancelled.</summary>
    public const string Cancelled = "The pairing was cancelled.";

    /// <summary>The merchant has declined.</summary>
    public const string Declined = "The pairing was declined.";

    /// <summary>A pairing is active.</summary>
    public static string PairedWith(TerminalPairing pairing) => $"Paired with {pairing.Nickname ?? pairing.Id}";

    /// <summary>Cents as money.</summary>
    public static string Money(long cents) => string.Create(CultureInfo.InvariantCulture, $"AUD {cents / 100m:0.00}");
}
