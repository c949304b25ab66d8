using System.Text.RegularExpressions;

namespace PairingLab.Reports.Html;

/// <summary>A piece of one of two texts, and whether the other text has it too.</summary>
internal sealed record DiffPiece(string Text, bool IsCommon);

/// <summary>Two texts compared word by word: the longest common sequence of words is common, all else is different.</summary>
internal static partial class WordDiff
{
    // The table of the comparison has a cell for each pair of words; longer texts are shown as they are.
    private const int MostCells = 1_000_000;

    public static (IReadOnlyList<DiffPiece> Expected, IReadOnlyList<DiffPiece> Seen) Of(string expected, string seen)
    {
        var (left, right) = (Words(expected), Words(seen));
        if ((long)left.Length * right.Length > MostCells)
        {
            return ([new(expected, false)], [new(seen, false)]);
        }

        var (inLeft, inRight) = Common(left, right);
        return (Pieces(left, inLeft), Pieces(right, inRight));
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static (bool[] Left, bool[] Right) Common(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var (inLeft, inRight) = (new bool[left.Length], new bool[right.Length]);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                inLeft[i++] = inRight[j++] = true;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (inLeft, inRight);
    }

    private static List<DiffPiece> Pieces(string[] words, bool[] common)
    {
        var pieces = new List<DiffPiece>();
        for (var i = 0; i < words.Length; i++)
        {
            if (pieces is [.., var last] && last.IsCommon == common[i])
            {
                pieces[^1] = last with { Text = last.Text + words[i] };
            }
            else
            {
                pieces.Add(new(words[i], common[i]));
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"[\p{L}\p{N}_]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Word();
}
