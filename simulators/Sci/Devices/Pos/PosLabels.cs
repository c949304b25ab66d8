using System.Collections.Immutable;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What pairings are called on the buttons of a POS.</summary>
public static class PosLabels
{
    /// <summary>Each pairing's nickname, with its TID where two have the same; its id where that is the same too.</summary>
    public static IReadOnlyList<(StoredPairing Pairing, string Label)> Of(ImmutableList<StoredPairing> pairings) =>
        [.. pairings.Select(p => (p, Candidates(p).First(c => pairings.Count(o => Candidates(o).Contains(c, StringComparer.Ordinal)) == 1)))];

    private static IEnumerable<string> Candidates(StoredPairing pairing)
    {
        if (pairing.PairingNickname is { } name)
        {
            yield return name;
            yield return $"{name} ({pairing.Tid})";
        }

        yield return pairing.PairingId;
    }
}
