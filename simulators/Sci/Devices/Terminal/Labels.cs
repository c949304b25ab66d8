using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>What pairings are called on a terminal.</summary>
internal static class Labels
{
    /// <summary>Each pairing's nickname, or its id when it has none or another one has the same.</summary>
    public static IReadOnlyList<(string Id, string Label)> Of(IReadOnlyList<TerminalPairing> pairings) =>
        [.. pairings.Select(p => (p.Id, p.Nickname is { } name && pairings.All(o => o == p || (o.Nickname != name && o.Id != name)) ? name : p.Id))];
}
