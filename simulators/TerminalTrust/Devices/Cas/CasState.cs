using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The state of CAS's screen.</summary>
public sealed record CasState
{
    /// <summary>The open page.</summary>
    public CasScreen Screen { get; init; }

    /// <summary>A message over the page; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>The terminal of the action menu.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The pairing request that is compared.</summary>
    public RequestKey Request { get; init; }

    /// <summary>The result of the last comparison; null before the first.</summary>
    public CasComparison? Comparison { get; init; }

    /// <summary>The selected pairing requests.</summary>
    public ImmutableHashSet<RequestKey> Selected { get; init; } = [];

    /// <summary>The text in each field.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text in a field.</summary>
    public string In(string field) => Typed.GetValueOrDefault(field, "");

    /// <summary>Goes to another page; what was typed is dropped, passwords above all.</summary>
    public CasState Go(CasScreen screen) =>
        this with { Screen = screen, Typed = ImmutableDictionary<string, string>.Empty, Comparison = null };
}

/// <summary>The pages of CAS.</summary>
public enum CasScreen
{
    /// <summary>The terminal list.</summary>
    Terminals,

    /// <summary>A terminal's action menu.</summary>
    Actions,

    /// <summary>Asks for confirmation before a terminal is unpaired.</summary>
    AskUnpair,

    /// <summary>All pairing requests.</summary>
    Requests,

    /// <summary>One pairing request: its fingerprint is compared with the terminal's pairing code.</summary>
    Compare,

    /// <summary>A new terminal.</summary>
    Create,

    /// <summary>The upgrades under way, and the queue.</summary>
    Upgrades,

    /// <summary>The event list.</summary>
    Events,

    /// <summary>The addresses that one terminal may come from.</summary>
    IpWhitelist,

    /// <summary>Exchange rate, IP whitelist, opening hours.</summary>
    Settings,
}

/// <summary>The result of comparing a typed code with a fingerprint.</summary>
/// <param name="Part">0 for the whole fingerprint, 1 to 4 for a piece; null when the code does not match.</param>
public sealed record CasComparison(int? Part);

/// <summary>The labels of CAS's fields.</summary>
public static class CasFields
{
    /// <summary>On the sign-in page.</summary>
    public const string User = "User name";

    /// <summary>On the sign-in page.</summary>
    public const string Password = "Password";

    /// <summary>The second factor: six digits from the authenticator app.</summary>
    public const string Code = "Authentication code";

    /// <summary>On the page that creates a terminal.</summary>
    public const string Serial = "Serial number";

    /// <summary>On a pairing request: the code that the terminal shows.</summary>
    public const string PairingCode = "Pairing code or piece";

    /// <summary>On the list of pairing requests: the codes of all terminals that are to be approved.</summary>
    public const string Fingerprints = "Fingerprints";

    /// <summary>In the settings.</summary>
    public const string ExchangeRate = "Exchange rate";

    /// <summary>In the settings, and in the action menu of a terminal.</summary>
    public const string IpWhitelist = "IP whitelist";

    /// <summary>In the settings.</summary>
    public const string OpeningHours = "Opening hours";
}
