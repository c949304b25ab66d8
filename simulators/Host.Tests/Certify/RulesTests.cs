using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Tests.Certify;

/// <summary>The feature of the rules, as reports read it.</summary>
public sealed class RulesTests : IDisposable
{
    private readonly TestFolder folder = new();

    /// <summary>The wording of the official list is not public: an id that looks like the vendor's must be one of these.</summary>
    [Fact]
    public void Only_the_public_ids_look_like_the_vendors()
    {
        var ids = CertifyBench.Rules.Select(r => r.Id).ToList();
        ids.Where(i => i.StartsWith("SCI", StringComparison.Ordinal))
            .ShouldBe(
                ["SCIPAIRING02", "SCIPAIRING09", "SCIPAIRING07", "SCIPAIRING10", "SCIMULTI03", "SCITX01", "SCIREC03"], ignoreOrder: true);
        ids.Where(i => !i.StartsWith("SCI", StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(1, 36).Select(n => $"PL-SCI-{n:00}"), ignoreOrder: true);
    }

    [Fact]
    public void A_rule_is_read_with_its_demand_its_sentence_and_its_source()
    {
        var rule = CertifyBench.Rules.Single(r => r.Id == "SCIPAIRING02");
        rule.ShouldBe(new(
            "SCIPAIRING02",
            RequirementLevel.Mandatory,
            "Name and logo of SCI",
            "SCI branding - the name \"Simple Cloud Integration\" must be displayed, along with the SCI logo below.",
            "SCI integration guide")
        {
            KnownCauses = "the name stands only in the logo; the logo is smaller than 16 pixels or did not load",
        });
        CertifyBench.Rules.Single(r => r.Id == "SCIPAIRING09").Level.ShouldBe(RequirementLevel.Recommended);
        CertifyBench.Rules.Single(r => r.Id == "PL-SCI-07").Level.ShouldBe(RequirementLevel.Optional);
    }

    [Theory]
    [InlineData("@mandatory", "\"A sentence\"", "seed\n    Known causes: one")]
    [InlineData("@PL-SCI-01 @mandatory", "\"A sentence\"", "seed")]
    [InlineData("@PL-SCI-01 @vital", "\"A sentence\"", "seed\n    Known causes: one")]
    [InlineData("@PL-SCI-01 @mandatory", "A sentence", "seed\n    Known causes: one")]
    [InlineData("@PL-SCI-01 @mandatory", "\"A sentence\"", "")]
    public void A_scenario_that_says_too_little_is_no_rule(string tags, string sentence, string source)
    {
        folder.Write(
            "rules.feature", $"Feature: Rules\n\n  {tags}\n  Scenario: A rule\n    {sentence}\n    {source}\n\n    Given something\n");
        Should.Throw<InvalidDataException>(() => CertificationRules.Read(folder.Path, "rules.feature"))
            .Message.ShouldStartWith("rules.feature, line 4: a rule needs two tags");
    }

    public void Dispose() => folder.Dispose();
}
