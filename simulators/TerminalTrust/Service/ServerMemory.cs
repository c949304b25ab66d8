using System.Collections.Immutable;
using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Service;

/// <summary>A server's disk: one document a terminal, so that a change of one does not write the others again.</summary>
internal static class ServerMemory
{
    /// <summary>Writes what has changed and must survive a power cut.</summary>
    public static void Keep(ILabStore store, string folder, ServerState before, ServerState after)
    {
        var changes = new List<(string Key, string? Document)>();
        foreach (var terminal in after.Terminals.Values)
        {
            var old = before.Terminals.GetValueOrDefault(terminal.Serial);
            if (!ReferenceEquals(old, terminal)
                && TerminalMemory.Of(terminal) is var memory && (old is null || TerminalMemory.Of(old) != memory))
            {
                changes.Add(($"{folder}/terminals/{terminal.Serial}", Text(memory)));
            }
        }

        var site = SiteMemory.Of(after);
        if (site != SiteMemory.Of(before))
        {
            changes.Add(($"{folder}/site", Text(site)));
        }

        if (changes.Count > 0)
        {
            store.Save([.. changes]);
        }
    }

    /// <summary>The state in which a server boots from this disk.</summary>
    public static ServerState Load(ILabStore store, string folder)
    {
        var site = store.Read($"{folder}/site") is { } text ? Read<SiteMemory>(text) : SiteMemory.Of(ServerState.New);
        var terminals = store.ReadAll($"{folder}/terminals/").Select(d => Read<TerminalMemory>(d.Value).ToTerminal()).ToList();
        return site.ToState() with
        {
            Terminals = ServerState.New.Terminals.AddRange(terminals.Select(t => KeyValuePair.Create(t.Serial, t))),
            Trusted = terminals.Where(t => t.Fingerprint is not null)
                .ToImmutableDictionary(t => t.Fingerprint!, t => t.Serial, StringComparer.Ordinal),
        };
    }

    private static string Text<T>(T memory) => JsonSerializer.Serialize(memory, LabJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, LabJson.Options)!;
}

/// <summary>What a server keeps besides its terminals.</summary>
public sealed record SiteMemory(
    ServingRules Rules,
    ImmutableList<LoggedEvent> Log,
    ImmutableSortedDictionary<string, WrongTries> WrongTries,
    ImmutableSortedDictionary<string, long> LastCodes)
{
    /// <summary>The part of a state that is kept.</summary>
    public static SiteMemory Of(ServerState state) => new(state.Rules, state.Log, state.WrongTries, state.LastCodes);

    /// <summary>The state of a server with this memory, without terminals.</summary>
    public ServerState ToState() => ServerState.New with { Rules = Rules, Log = Log, WrongTries = WrongTries, LastCodes = LastCodes };
}

/// <summary>What a server keeps of a terminal.</summary>
public sealed record TerminalMemory(
    string Serial,
    string? Firmware,
    string? Fingerprint,
    DateTimeOffset? PairedAt,
    ImmutableSortedSet<string> Refused,
    string? VpnKey,
    bool Active,
    string? IpWhitelist = null)
{
    /// <summary>The part of a terminal that is kept.</summary>
    public static TerminalMemory Of(Terminal t) =>
        new(t.Serial, t.Firmware, t.Fingerprint, t.PairedAt, t.Refused, t.VpnKey, t.Active, t.IpWhitelist);

    /// <summary>The terminal with this memory.</summary>
    public Terminal ToTerminal() => new(Serial)
    {
        Firmware = Firmware,
        Fingerprint = Fingerprint,
        PairedAt = PairedAt,
        Refused = Refused,
        VpnKey = VpnKey,
        Active = Active,
        IpWhitelist = IpWhitelist ?? "",
    };
}
