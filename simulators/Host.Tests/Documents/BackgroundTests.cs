using Io.Cucumber.Messages.Types;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>What every scenario of a feature or of a rule begins with is written once, in its background.</summary>
public sealed class BackgroundTests
{
    /// <summary>Two may be alike by chance.</summary>
    private const int Many = 3;

    private static readonly string Root = Path.Combine(Repository.Find().Root, "features");

    /// <summary>In the features of certification a scenario is a rule for POSs, and is read by itself.</summary>
    private static readonly List<Block> Blocks =
    [
        .. Directory.EnumerateFiles(Root, "*.feature", SearchOption.AllDirectories)
            .Where(f => !f.Split('/', '\\').Any(part => part is "bin" or "obj" or "Certification"))
            .SelectMany(BlocksOf),
    ];

    [Fact]
    public void No_scenario_repeats_its_background() =>
        Blocks.SelectMany(b => b.Scenarios.Where(s => b.Background.Contains(s[0], StringComparer.Ordinal)).Select(s => $"{b.Name}: {s[0]}"))
            .ShouldBeEmpty();

    [Fact]
    public void What_all_begin_with_is_in_the_background()
    {
        Blocks.Count.ShouldBeGreaterThan(100, "the features were not read");
        Blocks.Where(b => b.Scenarios.Count >= Many && b.Scenarios.Select(s => s[0]).Distinct(StringComparer.Ordinal).Count() == 1)
            .Where(b => b.Scenarios[0][0] is var first && first.StartsWith(nameof(StepKeywordType.CONTEXT), StringComparison.Ordinal)
                && !first.Contains('<', StringComparison.Ordinal))
            .Select(b => $"{b.Name}: {b.Scenarios[0][0]}")
            .ShouldBeEmpty();
    }

    /// <summary>The feature with all of its scenarios, and each rule with its own.</summary>
    private static IEnumerable<Block> BlocksOf(string file)
    {
        var path = Path.GetRelativePath(Root, file);
        var children = Reports.Gherkin.Feature.Parse(path, File.ReadAllText(file)).Document.Feature.Children;
        var rules = children.Select(c => c.Rule).OfType<Rule>().ToList();
        var ofFeature = StepsOf(children.Select(c => c.Background).OfType<Background>());
        yield return new(
            path,
            ofFeature,
            ScenariosOf(children.Select(c => c.Scenario).Concat(rules.SelectMany(r => r.Children.Select(c => c.Scenario)))));
        foreach (var rule in rules)
        {
            yield return new(
                $"{path}, {rule.Name}",
                [.. ofFeature, .. StepsOf(rule.Children.Select(c => c.Background).OfType<Background>())],
                ScenariosOf(rule.Children.Select(c => c.Scenario)));
        }
    }

    private static List<string> StepsOf(IEnumerable<Background> backgrounds) => [.. backgrounds.SelectMany(b => b.Steps).Select(TextOf)];

    private static List<List<string>> ScenariosOf(IEnumerable<Scenario?> scenarios) =>
        [.. scenarios.OfType<Scenario>().Select(s => s.Steps.Select(TextOf).ToList()).Where(s => s.Count > 0)];

    private static string TextOf(Step step) =>
        $"{step.KeywordType} {step.Text} {step.DocString?.Content} "
        + string.Join(" | ", (step.DataTable?.Rows ?? []).SelectMany(r => r.Cells).Select(c => c.Value));

    private sealed record Block(string Name, List<string> Background, List<List<string>> Scenarios);
}
