using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Everything a server knows at one moment.</summary>
public sealed record ServerState
{
    /// <summary>A new server.</summary>
    public static readonly ServerState New = new();

    /// <summary>The terminals, by serial number.</summary>
    public ImmutableSortedDictionary<string, Terminal> Terminals { get; init; } = Sorted<Terminal>();

    /// <summary>The serial number of each trusted fingerprint.</summary>
    public ImmutableDictionary<string, string> Trusted { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The pairing requests that the operator has not decided.</summary>
    public ImmutableDictionary<RequestKey, PairingRequest> Requests { get; init; } = ImmutableDictionary<RequestKey, PairingRequest>.Empty;

    /// <summary>The upgrades under way, by serial number.</summary>
    public ImmutableSortedDictionary<string, UpgradeSlot> Upgrades { get; init; } = Sorted<UpgradeSlot>();

    /// <summary>The terminals that wait for an upgrade slot; the one that has waited longest comes first.</summary>
    public ImmutableList<WaitingTerminal> Queue { get; init; } = [];

    /// <summary>When terminals are served.</summary>
    public ServingRules Rules { get; init; } = ServingRules.New;

    /// <summary>The event list, newest last.</summary>
    public ImmutableList<LoggedEvent> Log { get; init; } = [];

    /// <summary>The user at CAS; null when nobody has given a password.</summary>
    public SignIn? SignIn { get; init; }

    /// <summary>Wrong passwords and codes, by user.</summary>
    public ImmutableSortedDictionary<string, WrongTries> WrongTries { get; init; } = Sorted<WrongTries>();

    /// <summary>The time step of each user's last code: a code is accepted once (RFC 6238, 5.2).</summary>
    public ImmutableSortedDictionary<string, long> LastCodes { get; init; } = Sorted<long>();

    /// <summary>The pairing requests under a serial number.</summary>
    public IEnumerable<PairingRequest> RequestsOf(string serial) => Requests.Values.Where(r => r.Key.Serial == serial);

    /// <summary>The state with one terminal changed.</summary>
    internal ServerState With(string serial, Func<Terminal, Terminal> change) =>
        this with { Terminals = Terminals.SetItem(serial, change(Terminals[serial])) };

    private static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

/// <summary>A row of the event list.</summary>
public sealed record LoggedEvent(DateTimeOffset At, string Serial, EventCode Code);

/// <summary>The codes of CAS's event list (docs/protocols/terminal-trust.md, "States and codes").</summary>
public enum EventCode
{
    /// <summary>A terminal that was silent is heard again.</summary>
    Started = 2,

    /// <summary>Master serves a terminal.</summary>
    Connected = 3,

    /// <summary>A terminal's upgrade was started.</summary>
    UpgradeStarted = 9,

    /// <summary>The terminal came back with the new firmware.</summary>
    UpgradeDone = 10,

    /// <summary>The terminal has stopped in the middle of its upgrade.</summary>
    UpgradeFailed = 11,

    /// <summary>A terminal that was served has fallen silent. This number and the following ones are the lab's.</summary>
    WentOffline = 101,

    /// <summary>A terminal that had gone offline is served again.</summary>
    BackOnline = 102,

    /// <summary>Another certificate than the trusted one asks under the serial number.</summary>
    FingerprintMismatch = 103,

    /// <summary>A terminal asks from an address that is not on the IP whitelist.</summary>
    IpWhitelistRejected = 104,

    /// <summary>A terminal is rejected for another reason: opening hours, no exchange rate, inactive.</summary>
    Rejected = 105,
}
