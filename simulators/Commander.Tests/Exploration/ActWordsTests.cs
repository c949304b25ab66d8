using System.Text.RegularExpressions;
using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>What an exploration finds can be kept as a scenario.</summary>
public sealed class ActWordsTests
{
    [Fact]
    public void Every_step_is_one_of_the_features()
    {
        var steps = Directory.GetFiles(Path.Combine(Root(), "features", "Commander"), "*Steps.cs")
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\\[(?<word>Given|When|Then)\\(@\"(?<words>.*?)\"\\)\\]"))
            .Select(m => (Word: m.Groups["word"].Value, Words: Pattern(m.Groups["words"].Value)))
            .ToList();
        steps.Count.ShouldBeGreaterThan(50);
        var all = from kind in Enum.GetValues<ActKind>()
                  from who in Enumerable.Range(0, 6)
                  from choice in Enumerable.Range(0, 12)
                  from words in ActWords.Of(new(kind, who, choice)).Append(ActWords.Beginning)
                  where words[0] != '#'
                  select words;
        all.Distinct().Where(s => !steps.Exists(b => s.StartsWith($"{b.Word} ", StringComparison.Ordinal)
            && b.Words.IsMatch(s[(b.Word.Length + 1)..]))).ShouldBeEmpty();
    }

    [Fact]
    public void A_day_that_goes_wrong_is_told_as_a_short_scenario()
    {
        var acts = from kind in Gen.Elements(ActKind.Sell, ActKind.PressOk, ActKind.CutCable) select new Act(kind, 0, 1);
        var wrong = Should.Throw<InvalidOperationException>(() => RandomDays.Live(
            acts,
            20..30,
            5,
            day => day.Any(a => a.Kind == ActKind.Sell) ? throw new InvalidOperationException("sold") : [],
            ActWords.Told));
        wrong.Message.ShouldEndWith(
            "    Scenario: What an exploration found\n      Given a new installation\n      When pos-1 makes a sale\n");
        wrong.Message.ShouldContain("sold");
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
