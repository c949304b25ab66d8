using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>What pairings are called on a terminal.</summary>
internal static class Labels
{
    /// <summary>Each pairing's nickname, or its id when it has none or another one has the same.</summary>
    public static IReadOnlyList<(string Id, string Label)> Of(IReadOnlyList<TerminalPairing> pairings) =>
        [.. pairings.Select(p => (p.Id, p.Nickname is { } name && pairings.Count(o => o.Nickname == name) == 1 ? name : p.Id))];
}
