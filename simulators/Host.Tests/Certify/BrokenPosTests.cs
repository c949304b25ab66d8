using System.Collections.Concurrent;
using PairingLab.Host.Commands;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Tests.Certify;

/// <summary>The checker itself is checked: each broken variant fails its own rule and no other.</summary>
public sealed class BrokenPosTests
{
    /// <summary>Certifications at once: each waits for its browser page most of the time.</summary>
    private const int AtOnce = 4;

    [Fact]
    public void Every_rule_has_a_variant_that_breaks_it() =>
        SciRules.All.Select(r => r.Id).Except(BrokenPos.All.Select(b => b.Rule)).ShouldBeEmpty();

    [SkippableFact]
    public async Task Each_variant_fails_exactly_its_own_rule()
    {
        Skip.If(
            Environment.GetEnvironmentVariable("CI") == "true",
            "26 certifications take minutes and judge by patience, so a busy machine would be taken for a broken POS; run it by hand");
        await using var browser = await CertifyBench.BrowserAsync();
        var found = new ConcurrentDictionary<string, Attempt>();
        string[] names = ["none", .. BrokenPos.All.Select(b => b.Variant)];
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (name, _) =>
            found[name] = await CertifyBench.RunAsync(browser, "second-pos.json", d => d with { Page = $"{d.Page}?break={name}", PatienceSeconds = 2.5 }));

        var wrong = BrokenPos.All.Where(b => !Failed(found[b.Variant]).SequenceEqual([b.Rule])).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong.Select(b => $"== {b.Variant}\n{CertifyBench.NotPassed(found[b.Variant])}")));
        found.ShouldAllBe(f => f.Value.Results.All(r => r.Verdict != RuleVerdict.Error), string.Join('\n', found.Select(f => CertifyBench.NotPassed(f.Value))));
        Failed(found["none"]).ShouldBeEmpty();
        await ShouldBePrintedAsync(BrokenPos.Page([.. names.Select(n => (n, found[n].Results))]));
    }

    private static IEnumerable<string> Failed(Attempt attempt) => attempt.Results.Where(r => r.Verdict == RuleVerdict.Failed).Select(r => r.Rule);

    private static async Task ShouldBePrintedAsync(string page)
    {
        var file = Path.Combine(Repository.Find().Root, "simulators", "Host", "Certify", "BrokenPoses.md");
        if (Environment.GetEnvironmentVariable("PAIRINGLAB_WRITE_PAGES") == "1")
        {
            await File.WriteAllTextAsync(file, page);
        }

        (await File.ReadAllTextAsync(file)).ShouldBe(page, "simulators/Host/Certify/BrokenPoses.md is stale; write it with PAIRINGLAB_WRITE_PAGES=1");
    }
}
