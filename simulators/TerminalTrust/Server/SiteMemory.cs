using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Server;

/// <summary>What a server keeps on its disk besides its terminals.</summary>
public sealed record SiteMemory(
    ServingRules Rules,
    ImmutableList<LoggedEvent> Log,
    ImmutableSortedDictionary<string, WrongTries> WrongTries,
    ImmutableSortedDictionary<string, long> LastCodes)
{
    /// <summary>What is worth keeping of a state.</summary>
    public static SiteMemory Of(ServerState state) => new(state.Rules, state.Log, state.WrongTries, state.LastCodes);

    /// <summary>The state of a server with this memory, without its terminals.</summary>
    public ServerState ToState() => ServerState.New with { Rules = Rules, Log = Log, WrongTries = WrongTries, LastCodes = LastCodes };
}
