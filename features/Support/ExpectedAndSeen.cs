using System.Text.RegularExpressions;
using PairingLab.Drivers.Panels;

namespace PairingLab.Features.Support;

/// <summary>What a failure expected and what it saw, told apart, so that the report can show what differs.</summary>
public static partial class ExpectedAndSeen
{
    /// <summary>Both of an error; nulls when it has no such parts.</summary>
    public static (string? Expected, string? Seen) Of(Exception error) => error switch
    {
        PanelTimeoutException panel => (panel.Expected, panel.Seen),
        ShouldAssertException => Shouldly().Match(error.Message.ReplaceLineEndings("\n")) is { Success: true } said
            ? (said.Groups["expected"].Value.Trim(), said.Groups["seen"].Value.Trim())
            : (null, null),
        _ => (null, null),
    };

    // Shouldly says both in one text. What should NOT be has nothing to be compared with.
    [GeneratedRegex(
        @"\n\s+should (?!not)[a-z ]+\n(?<expected>.*?)\n\s+but was[a-z ]*\n(?<seen>.*?)"
            + @"(\n\s+difference\n.*)?(\n\s*Additional Info:.*)?$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Shouldly();
}

/// <summary>The messages of the assertions that steps use.</summary>
public sealed class ExpectedAndSeenTests
{
    [Fact]
    public void An_assertion_says_both() =>
        Of(() => "Sign in".ShouldBe("Not allowed", "of the page")).ShouldBe(("\"Not allowed\"", "\"Sign in\""));

    [Fact]
    public void A_list_says_both() => Of(() => new[] { 1, 2 }.ShouldBe([1, 3])).ShouldBe(("[1, 3]", "[1, 2]"));

    [Fact]
    public void What_should_not_be_has_nothing_to_be_compared_with() => Of(() => "a".ShouldNotBe("a")).ShouldBe((null, null));

    [Fact]
    public void A_panel_that_never_showed_it_says_both() => ExpectedAndSeen.Of(new PanelTimeoutException("long")
    {
        Expected = "a",
        Seen = "b",
    }).ShouldBe(("a", "b"));

    private static (string? Expected, string? Seen) Of(Action assertion) =>
        ExpectedAndSeen.Of(Should.Throw<ShouldAssertException>(assertion));
}
