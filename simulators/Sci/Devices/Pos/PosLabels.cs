using System.Collections.Immutable;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What pairings are called on the buttons of a POS.</summary>
public static class PosLabels
{
    /// <summary>
    /// Each pairing's nickname, with its TID where two have the same; its id where that is the same too. Nobody keeps a person
    /// from giving a nickname that looks like another pairing's label, so a label is only taken that no other one could have.
    /// </summary>
    public static IReadOnlyList<(StoredPairing Pairing, string Label)> Of(ImmutableList<StoredPairing> pairings) =>
        [.. pairings.Select(p => (p, Candidates(p).FirstOrDefault(c => pairings.All(o => o == p || !Candidates(o).Contains(c, StringComparer.Ordinal)), p.PairingId)))];

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
