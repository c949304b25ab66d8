using PairingLab.Host.Commands;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Tests.Certify;

/// <summary>The checker itself is checked: each broken variant fails its own rule and no other.</summary>
public sealed class BrokenPosTests : IDisposable
{
    private readonly CertifyBench bench = new();

    [Fact]
    public void Every_rule_has_a_variant_that_breaks_it() =>
        CertifyBench.Rules.Select(r => r.Id).Except(BrokenPos.All.Select(b => b.Rule)).ShouldBeEmpty();

    [Fact]
    public async Task Each_variant_fails_exactly_its_own_rule()
    {
        await CertifyBench.NeedBrowserAsync();
        string[] names = ["none", BrokenPos.Odd, .. BrokenPos.All.Select(b => b.Variant)];
        var results = await bench.CertifyAsync([.. names.Select(n => (Description(n), BrokenPos.Rules(n)))]);
        var found = names.Zip(results).ToDictionary(f => f.First, f => f.Second);

        var wrong = BrokenPos.All.Where(b => !Failed(found[b.Variant]).SequenceEqual([b.Rule])).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong.Select(b => $"== {b.Variant}\n{CertifyBench.NotPassed(found[b.Variant])}")));
        found.ShouldAllBe(
            f => f.Value.All(r => r.Verdict != RuleVerdict.Error),
            string.Join('\n', found.Select(f => CertifyBench.NotPassed(f.Value))));
        found["none"].Concat(found[BrokenPos.Odd]).ShouldAllBe(r => r.Verdict == RuleVerdict.Passed);
        await ShouldBePrintedAsync(BrokenPos.Page([.. names.Select(n => (n, found[n]))]));
    }

    public void Dispose() => bench.Dispose();

    private string Description(string variant)
    {
        (string, string) page = ("index.html", $"index.html?break={variant}");
        return variant == BrokenPos.Odd
            ? bench.Changed(variant, "second-pos.json", page, ("\"tellsWhenBusy\": true,", ""))
            : variant == BrokenPos.Undeclared
            ? bench.Changed(variant, "second-pos.json", page, (
                CertifyBench.File("second-pos.capabilities.json"),
                bench.Write("less.json", """{"transactions": ["purchase", "refund", "cashOut"]}""")))
            : bench.Changed(variant, "second-pos.json", page);
    }

    private static IEnumerable<string> Failed(IReadOnlyList<RuleResult> results) =>
        results.Where(r => r.Verdict is RuleVerdict.Failed or RuleVerdict.Warning).Select(r => r.Rule);

    private static async Task ShouldBePrintedAsync(string page)
    {
        var file = Path.Combine(Repository.Find().Features, "Sci", "Certification", "BrokenPoses.md");
        if (Environment.GetEnvironmentVariable("PAIRINGLAB_WRITE_PAGES") == "1")
        {
            await File.WriteAllTextAsync(file, page);
        }

        (await File.ReadAllTextAsync(file))
            .ShouldBe(page, "features/Sci/Certification/BrokenPoses.md is stale; write it with PAIRINGLAB_WRITE_PAGES=1");
    }
}
