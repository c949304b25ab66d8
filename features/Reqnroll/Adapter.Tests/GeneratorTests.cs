using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PairingLab.ReqnrollGenerator;

namespace PairingLab.ReqnrollAdapter.Tests;

/// <summary>What the compiler says of features, and makes of them.</summary>
public sealed class GeneratorTests
{
    [Theory]
    [InlineData("Feature: A\n  Scenario: B\n    Given a step\n    nonsense", 4, "nonsense")]
    [InlineData("Feature: A\n  Scenario:\n    Given a step", 2, "the scenario has no title")]
    [InlineData("Feature:\n  Scenario: B\n    Given a step", 1, "the feature has no title")]
    [InlineData("Feature: A\n  Rule:\n    Scenario: B\n      Given a step", 2, "the rule has no title")]
    [InlineData(
        "Feature: A\n  Scenario: B\n    Given a step\n\n  Scenario: B\n    Given a step",
        5, "another scenario of this feature is called 'B' too")]
    [InlineData("Feature: A\n  Scenario Outline: B\n    Given <a>", 2, "the scenario outline 'B' has no examples")]
    [InlineData(
        "Feature: A\n  Scenario Outline: B\n    Given <a>\n    Examples:\n      | a |\n      | 1 |\n"
        + "    Examples:\n      | b |\n      | 1 |",
        7, "these examples have the columns b, and the first have a")]
    [InlineData(
        "Feature: A\n  Scenario Outline: B\n    Given <a>\n    Examples:\n      | a | a |\n      | 1 | 2 |",
        5, "the column 'a' twice")]
    [InlineData(
        "Feature: A\n  Scenario Outline: B\n    Given <a>\n    Examples:\n      | a |\n      | 1 | 2 |",
        6, "inconsistent cell count")]
    public void A_mistake_is_a_compiler_error_at_its_line(string feature, int line, string message)
    {
        var error = Generate(feature).Diagnostics.ShouldHaveSingleItem();
        error.Severity.ShouldBe(DiagnosticSeverity.Error);
        error.GetMessage().ShouldContain(message);
        error.Location.GetLineSpan().Path.ShouldBe("/lab/features/Sci/Sample.feature");
        error.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(line - 1);
    }

    [Fact]
    public void Every_mistake_of_a_feature_is_told() =>
        Generate("Feature:\n  Scenario:\n    Given a step").Diagnostics.Length.ShouldBe(2);

    [Fact]
    public void Steps_are_at_their_lines_in_the_feature()
    {
        var code = Code("Feature: A\n  Scenario: B\n    Given a step");
        code.ShouldContain(
            "#line 3 \"/lab/features/Sci/Sample.feature\"\nawait GivenAsync(\"a step\", null, null, \"Given \");\n#line hidden");
    }

    [Fact]
    public void A_class_lies_where_a_class_of_its_folder_would()
    {
        var code = Code("Feature: A new POS\n  Scenario: It's paired at 9 o'clock\n    Given a step");
        code.ShouldContain("namespace PairingLab.Features.Sci\n");
        code.ShouldContain("class ANewPOSFeature(");
        code.ShouldContain(" ItsPairedAt9OClock()", Case.Insensitive);
    }

    [Fact]
    public void Two_scenarios_whose_titles_differ_in_signs_only_have_two_names()
    {
        var code = Code("Feature: A\n  Scenario: B\n    Given a step\n  Scenario: B!\n    Given a step");
        code.ShouldContain(" B()");
        code.ShouldContain(" B_1()");
    }

    [Fact]
    public void Placeholders_become_parameters_and_other_angle_brackets_stay()
    {
        var code = Code(
            "Feature: A\n  Scenario Outline: B\n    Given <a thing> and <none>\n    Examples:\n      | a thing |\n      | 1       |");
        code.ShouldContain("(string @aThing, string pickle, string[] exampleTags)", Case.Insensitive);
        code.ShouldContain(" + \" and <none>\", null, null");
    }

    [Fact]
    public void The_rows_of_examples_carry_cells_number_and_tags()
    {
        var code = Code(
            "@f\nFeature: A\n  Scenario Outline: B\n    Given <a>\n    @x\n    Examples:\n      | a |\n      | 1 |\n      | 2 |");
        code.ShouldContain(
            "InlineData(\"1\", \"0\", new string[] { \"x\" }, TestDisplayName = \"B (a: 1)\", Label = \"\", "
            + "Traits = new string[] { \"Category\", \"x\", \"Place\", \"Sci/Sample.feature:8\" })");
        code.ShouldContain("InlineData(\"2\", \"1\",");
    }

    [Fact]
    public void A_feature_without_a_word_makes_nothing() => Generate("# only a comment\n").GeneratedTrees.Length.ShouldBe(1);

    private static string Code(string feature)
    {
        var result = Generate(feature);
        result.Diagnostics.ShouldBeEmpty();
        return result.GeneratedTrees.Single(t => t.FilePath.EndsWith("Sci.Sample.feature.g.cs", StringComparison.Ordinal)).ToString();
    }

    private static GeneratorDriverRunResult Generate(string feature) =>
        CSharpGeneratorDriver.Create(
                [new FeatureGenerator().AsSourceGenerator()],
                [new FeatureText(feature)],
                parseOptions: null,
                new ProjectOptions())
            .RunGenerators(CSharpCompilation.Create("Sample")).GetRunResult();

    private sealed class FeatureText(string text) : AdditionalText
    {
        public override string Path => "/lab/features/Sci/Sample.feature";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class ProjectOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["build_property.projectdir"] = "/lab/features/",
                ["build_property.rootnamespace"] = "PairingLab.Features",
            }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
