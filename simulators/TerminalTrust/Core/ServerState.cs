using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>All that a server knows at one moment.</summary>
public sealed record ServerState
{
    /// <summary>A new server.</summary>
    public static readonly ServerState New = new();

    /// <summary>The terminals, by serial number.</summary>
    public ImmutableSortedDictionary<string, Terminal> Terminals { get; init; } = ImmutableSortedDictionary.Create<string, Terminal>(StringComparer.Ordinal);

    /// <summary>Whose fingerprint it is, of the trusted ones.</summary>
    public ImmutableDictionary<string, string> Trusted { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Who waits for the operator.</summary>
    public ImmutableDictionary<RequestKey, PairingRequest> Requests { get; init; } = ImmutableDictionary<RequestKey, PairingRequest>.Empty;

    /// <summary>Who is being upgraded, by serial number.</summary>
    public ImmutableSortedDictionary<string, UpgradeSlot> Upgrades { get; init; } = ImmutableSortedDictionary.Create<string, UpgradeSlot>(StringComparer.Ordinal);

    /// <summary>Who waits for an upgrade slot, the longest first.</summary>
    public ImmutableList<WaitingTerminal> Queue { get; init; } = [];

    /// <summary>When terminals are served.</summary>
    public ServingRules Rules { get; init; } = ServingRules.New;

    /// <summary>The event list, newest last.</summary>
    public ImmutableList<LoggedEvent> Log { get; init; } = [];

    /// <summary>Who is at CAS; null when nobody is.</summary>
    public SignIn? SignIn { get; init; }

    /// <summary>Wrong passwords and codes, by user.</summary>
    public ImmutableSortedDictionary<string, WrongTries> WrongTries { get; init; } = ImmutableSortedDictionary.Create<string, WrongTries>(StringComparer.Ordinal);

    /// <summary>The time step of each user's last code: none is taken twice (RFC 6238, 5.2).</summary>
    public ImmutableSortedDictionary<string, long> LastCodes { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The pairing requests under a serial number.</summary>
    public IEnumerable<PairingRequest> RequestsOf(string serial) => Requests.Values.Where(r => r.Key.Serial == serial);
}
