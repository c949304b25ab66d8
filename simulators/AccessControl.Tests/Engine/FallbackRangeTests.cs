using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>The BIN ranges that a device keeps for when it is offline.</summary>
public sealed class FallbackRangeTests
{
    private static readonly Location Lounge = new("WAW-1", "POL", Service.Lounge);
    private static readonly IssuerRange[] Banks =
    [
        new(new("543210", "543219"), "1001", "Alpha Bank", "POL"), new(new("543220", "543220"), "1002", "Beta Bank", "POL"),
        new(new("550000", "550000"), "1003", "Gamma Bank", "DEU"),
    ];

    [Fact]
    public void Ranges_that_touch_are_one() => Ranges(OneRule.Gold with { Countries = ["POL"] }).ShouldBe([("543210", "543220")]);

    [Fact]
    public void A_ruleset_with_a_range_gives_that_range() =>
        Ranges(OneRule.Gold with { Icas = [new("1001", [new("54321205", "54321206")])] }).ShouldBe([("54321205", "54321206")]);

    [Fact]
    public void A_range_that_only_the_ruleset_knows_is_given_too() =>
        Ranges(OneRule.Gold with { Icas = [new("7777", [new("559999", "559999")])] }).ShouldBe([("559999", "559999")]);

    [Fact]
    public void A_ruleset_of_another_location_gives_none() => Ranges(OneRule.Gold with { Locations = ["KRK-1"] }).ShouldBeEmpty();

    [Fact]
    public void A_ruleset_that_is_over_gives_none() => Ranges(OneRule.Gold with { ValidTo = OneRule.Now }).ShouldBeEmpty();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_ruleset_gives_its_ranges_from_its_first_moment(int secondsUntil, bool given) =>
        Ranges(OneRule.Gold with { ValidFrom = OneRule.Now.AddSeconds(secondsUntil) }).Any().ShouldBe(given);

    [Theory]
    [InlineData("MCG", true)]
    [InlineData("MPL", false)]
    [InlineData(null, true)]
    public void A_ruleset_of_another_product_gives_none_and_an_unknown_product_can_be_any(string? product, bool given) =>
        Ranges(OneRule.Gold with { Products = ["MCG"] }, Banks[0] with { Product = product }).Any().ShouldBe(given);

    [Fact]
    public void A_ruleset_that_lets_nobody_in_gives_none() => Ranges(OneRule.Gold with { Rpm = true }).ShouldBeEmpty();

    private static IEnumerable<(string Low, string High)> Ranges(Ruleset ruleset, params IssuerRange[] banks) =>
        new RuleBook([ruleset], banks is [] ? Banks : banks, [Lounge], new Dictionary<string, decimal>(StringComparer.Ordinal))
            .FallbackRanges("WAW-1", OneRule.Now).Select(r => (r.Low.TrimEnd('0'), r.High.TrimEnd('9')))
            .Select(r => (r.Item1.PadRight(6, '0'), r.Item2.PadRight(r.Item1.Length > 6 ? 8 : 6, '9')));
}
