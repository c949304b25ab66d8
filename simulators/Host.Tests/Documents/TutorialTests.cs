using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>The scenario that ends the tutorial has sentences that features have too: somebody who types it in can run it.</summary>
public sealed class TutorialTests
{
    private static readonly string[] Words = ["Given ", "When ", "Then ", "And "];

    [Fact]
    public void Each_step_of_the_own_scenario_is_one_that_there_is()
    {
        var root = Repository.Find().Root;
        var known = Directory.EnumerateFiles(Path.Combine(root, "features", "Sci"), "*.feature")
            .SelectMany(StepsOf).ToHashSet(StringComparer.Ordinal);
        var own = StepsOf(Path.Combine(root, "docs", "tutorial.md")).ToList();

        own.Count.ShouldBeGreaterThan(6, "the scenario was not found");
        own.Where(step => !known.Contains(step)).ShouldBeEmpty();
    }

    /// <summary>What follows Given, When, Then and And in indented lines.</summary>
    private static IEnumerable<string> StepsOf(string file) => File.ReadLines(file)
        .Where(line => line.StartsWith("    ", StringComparison.Ordinal))
        .Select(line => line.Trim())
        .SelectMany(line => Words.Where(w => line.StartsWith(w, StringComparison.Ordinal)).Select(w => line[w.Length..]));
}
