using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestPlatform.Common.Filtering;
using PairingLab.Drivers.Tags;

namespace PairingLab.Drivers.Tests.Tags;

public sealed class TagExpressionTests
{
    private static readonly string[] Known = ["@commander", "@browser", "@slow", "@time-travel"];

    [Theory]
    [InlineData("@commander", "@commander", true)]
    [InlineData("@commander", "@Commander", false)]
    [InlineData("not @slow", "", true)]
    [InlineData("not not @slow", "@slow", true)]
    [InlineData("@commander and not (@browser or @slow)", "@commander", true)]
    [InlineData("@commander and not (@browser or @slow)", "@commander @slow", false)]
    [InlineData("@browser or @commander and @slow", "@browser", true)]
    [InlineData("(@browser or @commander) and @slow", "@browser", false)]
    [InlineData("not @browser and @slow", "@slow", true)]
    [InlineData("(@browser)or(@slow)", "@slow", true)]
    public void An_expression_chooses(string expression, string tags, bool chosen) =>
        TagExpression.Parse(expression).Matches(Set(tags)).ShouldBe(chosen);

    [Theory]
    [InlineData("@commander", "Category=commander")]
    [InlineData("not @commander", "Category!=commander")]
    [InlineData("@commander and not (@browser or @slow)", "(Category=commander&(Category!=browser&Category!=slow))")]
    [InlineData("not (@a and @b)", "(Category!=a|Category!=b)")]
    [InlineData("@a=b", @"Category=a\=b")]
    public void A_test_filter_says_the_same(string expression, string filter) =>
        TagExpression.Parse(expression).ToTestFilter().ShouldBe(filter);

    [Theory]
    [InlineData("", 1, "expected a tag, such as @commander, but it ends here")]
    [InlineData("  ", 3, "expected a tag, such as @commander, but it ends here")]
    [InlineData("commander", 1, "a tag begins with '@': did you mean '@commander'?")]
    [InlineData("@a and", 7, "expected a tag, such as @commander, but it ends here")]
    [InlineData("@a and or @b", 8, "expected a tag, such as @commander, not 'or'")]
    [InlineData("@a @b", 4, "expected 'and' or 'or' before '@b'")]
    [InlineData("@a)", 3, "this ')' closes nothing")]
    [InlineData("(@a or @b", 10, "the '(' at position 1 is not closed")]
    [InlineData("@a AND @b", 4, "expected 'and' or 'or' before 'AND'")]
    [InlineData("@", 1, "expected a tag, such as @commander, not '@'")]
    [InlineData("not", 4, "expected a tag, such as @commander, but it ends here")]
    public void A_mistake_is_one_line_with_its_position(string expression, int position, string mistake)
    {
        var e = Should.Throw<TagExpressionException>(() => TagExpression.Parse(expression));

        e.Position.ShouldBe(position);
        e.Message.ShouldBe($"tags \"{expression}\", position {position}: {mistake}");
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        Should.Throw<TagExpressionException>(() => TagExpression.Parse(new string('(', 100_000) + "@a"));
        TagExpression.Parse(string.Concat(Enumerable.Repeat("not ", 100)) + "@a").Matches(Set("@a")).ShouldBeTrue();
    }

    [Fact]
    public void Unknown_tags_come_with_the_nearest_known_one()
    {
        var unknown = TagExpression.Parse("@comander and @slow and not @Time_Travel or @xyz or @xyz").UnknownTags(Known);

        unknown.Select(u => u.ToString()).ShouldBe(
        [
            "no scenario is tagged @comander; did you mean @commander?",
            "no scenario is tagged @Time_Travel; did you mean @time-travel?",
            "no scenario is tagged @xyz",
        ]);
    }

    [Fact]
    public void The_test_runner_chooses_what_the_expression_chooses()
    {
        var tag = Gen.Elements(Known).Select(t => t);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Arb.From(Expression(tag, 4)),
                Arb.From(Gen.SubListOf(Known).Select(l => l.ToArray())),
                (text, tags) => RunnerChooses(text, tags) == TagExpression.Parse(text).Matches(tags.ToHashSet())));
    }

    private static Gen<string> Expression(Gen<string> tag, int depth) => depth == 0 ? tag : Gen.OneOf(
        tag,
        Expression(tag, depth - 1).Select(e => $"not {e}"),
        Expression(tag, depth - 1).Select(e => $"({e})"),
        Expression(tag, depth - 1).Two().Select(p => $"{p.Item1} and {p.Item2}"),
        Expression(tag, depth - 1).Two().Select(p => $"{p.Item1} or {p.Item2}"));

    // The runner's own filter, not our idea of it.
    private static bool RunnerChooses(string expression, string[] tags)
    {
        var filter = new TestCaseFilterExpression(new FilterExpressionWrapper(TagExpression.Parse(expression).ToTestFilter()));
        var test = new Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase("a.b", new Uri("executor://x"), "x.dll");
        return filter.MatchTestCase(test, name => name == "Category" && tags.Length > 0 ? tags.Select(t => t[1..]).ToArray() : null);
    }

    private static HashSet<string> Set(string tags) => [.. tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
