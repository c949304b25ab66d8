using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Tests.Certification;

/// <summary>What a rule can come to, what that makes of an attempt, and how both are shown.</summary>
public sealed class VerdictTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-verdicts-");

    [Theory]
    [InlineData(RuleVerdict.Passed, RequirementLevel.Mandatory, Outcome.Passed)]
    [InlineData(RuleVerdict.Failed, RequirementLevel.Mandatory, Outcome.Failed)]
    [InlineData(RuleVerdict.Warning, RequirementLevel.Optional, Outcome.Passed)]
    [InlineData(RuleVerdict.Review, RequirementLevel.Mandatory, Outcome.Error)]
    [InlineData(RuleVerdict.Review, RequirementLevel.Recommended, Outcome.Passed)]
    [InlineData(RuleVerdict.NotApplicable, RequirementLevel.Mandatory, Outcome.Passed)]
    [InlineData(RuleVerdict.NotTested, RequirementLevel.Mandatory, Outcome.Error)]
    [InlineData(RuleVerdict.Error, RequirementLevel.Mandatory, Outcome.Error)]
    public void An_attempt_is_what_its_mandatory_rules_are(RuleVerdict verdict, RequirementLevel level, Outcome outcome) =>
        Attempt(verdict, level).Verdict.ShouldBe(outcome);

    [Theory]
    [InlineData(RuleVerdict.Passed, "passed", false)]
    [InlineData(RuleVerdict.Failed, "failed", true)]
    [InlineData(RuleVerdict.Warning, "warning", true)]
    [InlineData(RuleVerdict.Review, "review: a person must judge", false)]
    [InlineData(RuleVerdict.NotApplicable, "not applicable", false)]
    [InlineData(RuleVerdict.NotTested, "not tested", false)]
    [InlineData(RuleVerdict.Error, "error of the lab", false)]
    public void Each_is_shown_in_words_and_a_broken_rule_with_its_known_causes(RuleVerdict verdict, string words, bool causes)
    {
        var attempt = Attempt(verdict, RequirementLevel.Mandatory) with { Declared = "transactions: purchase" };
        var rule = new CertificationRule("PL-1", RequirementLevel.Mandatory, "A rule", "A sentence", "a source")
        {
            KnownCauses = "a cause",
        };
        var kept = new CertificationFolder(folder.FullName);
        kept.Add(new("Till", "1", [rule], []), attempt);

        var page = File.ReadAllText(kept.Page);
        page.ShouldContain($"\">{words}</span>");
        page.Contains("Known causes: a cause", StringComparison.Ordinal).ShouldBe(causes);
        page.ShouldContain("nothing; asked as if: transactions: purchase");
        kept.Read()!.Last.Results[0].Verdict.ShouldBe(verdict);
        File.ReadAllText(Path.Combine(folder.FullName, "certification.json")).ShouldContain("\"knownCauses\": \"a cause\"");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Attempt Attempt(RuleVerdict verdict, RequirementLevel level) => new()
    {
        Started = DateTimeOffset.UnixEpoch,
        Tester = "Ada",
        ToolVersion = "1.0.0",
        Description = "till.json",
        Devices = [],
        Results = [new() { Rule = "PL-1", Level = level, Verdict = verdict }],
    };
}
