using System.Text.RegularExpressions;

namespace PairingLab.Exploration;

/// <summary>The step definitions of the features, to see that every told step is one of them.</summary>
internal static class FeatureSteps
{
    /// <summary>Those of the told steps that no step definition in these folders of features takes; comments are passed over.</summary>
    public static IReadOnlyList<string> Without(IEnumerable<string> told, params string[] folders)
    {
        var steps = folders
            .SelectMany(f => Directory.GetFiles(Path.Combine(Root(), "features", f), "*Steps.cs"))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\\[(?<word>Given|When|Then)\\(@\"(?<words>.*?)\"\\)\\]"))
            .Select(m => (Word: m.Groups["word"].Value, Words: Pattern(m.Groups["words"].Value)))
            .ToList();
        steps.Count.ShouldBeGreaterThan(50);
        return [.. told.Distinct().Where(s => s[0] != '#' && !steps.Exists(b => s.StartsWith($"{b.Word} ", StringComparison.Ordinal)
            && b.Words.IsMatch(s.Split('\n')[0][(b.Word.Length + 1)..])))];
    }

    private static Regex Pattern(string verbatim) => new(verbatim.Replace("\"\"", "\"", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PairingLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
