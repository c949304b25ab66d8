using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Tests.Gherkin;

/// <summary>Selection by tags.</summary>
public class TagExpressionTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("@a", true)]
    [InlineData("@c", false)]
    [InlineData("not @c", true)]
    [InlineData("@a and @c", false)]
    [InlineData("@c or @a and @b", true)]
    [InlineData("(@c or @a) and not (@b or @c)", false)]
    [InlineData("not not @a", true)]
    public void Selects(string expression, bool selected) =>
        TagExpression.Parse(expression).Matches(["@a", "@b"]).ShouldBe(selected);

    [Theory]
    [InlineData("serial", "'serial' where a tag")]
    [InlineData("@a @b", "'@b' where 'and' or 'or'")]
    [InlineData("(@a", "lacks a ')'")]
    [InlineData("@a and", "'its end' where a tag")]
    public void Says_what_is_wrong(string expression, string message) =>
        Should.Throw<FormatException>(() => TagExpression.Parse(expression)).Message.ShouldContain(message);

    [Fact]
    public void Names_its_tags() => TagExpression.Parse("@a and not (@b or @a)").Tags.ShouldBe(["@a", "@b"]);
}
