using PairingLab.Sci.Devices.Pos;

namespace PairingLab.Sci.Screens;

/// <summary>What the texts of a POS's panel are, so that a page can set them apart.</summary>
internal static class PosNotices
{
    private const string FirstLine = $"{PosFields.Nickname}: ";

    /// <summary>Whether a text is good news.</summary>
    public static bool IsGood(string text) => text is PosTexts.PairingSuccessful or PosTexts.PairingActive or PosTexts.Unpaired or PosTexts.Cancelled;

    /// <summary>The lines of each pairing, in their order.</summary>
    public static IEnumerable<IReadOnlyList<string>> Pairings(IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].StartsWith(FirstLine, StringComparison.Ordinal))
            {
                yield return [.. texts.Skip(i).Take(PosPanel.LinesOfPairing)];
            }
        }
    }

    /// <summary>What stands between the brand and the rest: the notices.</summary>
    public static IEnumerable<string> Notices(IReadOnlyList<string> texts) => texts.Skip(1).TakeWhile(t =>
        !t.StartsWith(FirstLine, StringComparison.Ordinal) && t != PosTexts.ConfirmationCode && !PosTexts.Instructions.Contains(t, StringComparer.Ordinal));
}
