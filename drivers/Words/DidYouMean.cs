namespace PairingLab.Drivers.Words;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
public static class DidYouMean
{
    /// <summary>" (did you mean 'x'?)" for the nearest known word, or nothing when none is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        To(word, known) is { } near ? $" (did you mean '{near}'?)" : "";

    /// <summary>The nearest known word, or null when none is near enough to be a slip of the keyboard.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var near = known.Select(k => (Word: k, Distance: Distance(Folded(word), Folded(k))))
            .OrderBy(k => k.Distance)
            .FirstOrDefault();
        return near.Word is not null && near.Distance <= Slips(Math.Min(word.Length, near.Word.Length))
            ? near.Word
            : null;
    }

    // Two letters changed round count as two slips.
    private static int Slips(int length) => length < 5 ? 1 : Math.Max(2, length / 3);

    // Case and separators are slips too: "Pos_Workstation" is meant to be "pos-workstation".
    private static string Folded(string word) => word.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
            }

            above = row;
        }

        return above[^1];
    }
}
