using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Server;

/// <summary>What a server keeps of a terminal on its disk.</summary>
public sealed record TerminalMemory(
    string Serial, string? Firmware, string? Fingerprint, DateTimeOffset? PairedAt, ImmutableSortedSet<string> Refused, string? VpnKey, bool Active)
{
    /// <summary>What is worth keeping of a terminal.</summary>
    public static TerminalMemory Of(Terminal t) => new(t.Serial, t.Firmware, t.Fingerprint, t.PairedAt, t.Refused, t.VpnKey, t.Active);

    /// <summary>The terminal that a server with this memory knows.</summary>
    public Terminal ToTerminal() => new(Serial)
    {
        Firmware = Firmware,
        Fingerprint = Fingerprint,
        PairedAt = PairedAt,
        Refused = Refused,
        VpnKey = VpnKey,
        Active = Active,
    };
}
