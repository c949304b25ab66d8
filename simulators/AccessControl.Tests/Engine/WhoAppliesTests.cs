using PairingLab.AccessControl.Engine;
using static PairingLab.AccessControl.Tests.Engine.OneRule;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>Validity, "Country and product", services and location rules, each on both sides of its edge.</summary>
public sealed class WhoAppliesTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public void A_ruleset_holds_from_its_first_moment_until_just_before_its_last(int second, bool applies) =>
        Applies(new() { Ruleset = Gold with { ValidFrom = Now, ValidTo = Now.AddHours(1) } }, Now.AddSeconds(second)).ShouldBe(applies);

    [Theory]
    [InlineData("POL", true)]
    [InlineData("DEU", false)]
    public void Country_of_the_issuer(string country, bool applies) =>
        Applies(new() { Ruleset = Gold with { Countries = [country] } }).ShouldBe(applies);

    [Theory]
    [InlineData("MCG", true)]
    [InlineData("MPL", false)]
    public void Product_code_of_the_BIN_table(string product, bool applies) =>
        Applies(new() { Ruleset = Gold with { Products = [product] } }).ShouldBe(applies);

    [Fact]
    public void What_the_acquirer_says_of_the_product_goes_before_the_BIN_table()
    {
        var rule = new OneRule { Ruleset = Gold with { Products = ["MPL"] } };
        rule.Tap(product: "MPL").Verdict.ShouldBe(Verdict.Free);
        rule.Tap(product: "MCG").Rule.ShouldBe(Rule.NoRuleset);
    }

    [Theory]
    [InlineData("1234", true)]
    [InlineData("9999", false)]
    public void ICA(string ica, bool applies) => Applies(new() { Ruleset = Gold with { Icas = [new(ica, [])] } }).ShouldBe(applies);

    [Theory]
    [InlineData("5432100000000000", true)]
    [InlineData("5432109999999999", true)]
    [InlineData("5432110000000000", false)]
    [InlineData("5432099999999999", false)]
    [InlineData("5432109999999999999", true)]
    public void A_BIN_range_has_both_its_ends(string pan, bool applies) =>
        Applies(new() { Ruleset = Gold with { Icas = [new("1234", [new("543210", "543210")])] } }, pan: pan).ShouldBe(applies);

    [Theory]
    [InlineData("54321049", "54321050", "5432104899999999", false)]
    [InlineData("54321049", "54321050", "5432104900000000", true)]
    [InlineData("54321049", "54321050", "5432105099999999", true)]
    [InlineData("54321049", "54321050", "5432105100000000", false)]
    public void A_BIN_range_can_be_of_eight_digits(string low, string high, string pan, bool applies) =>
        Applies(new() { Ruleset = Gold with { Icas = [new("1234", [new(low, high)])] } }, pan: pan).ShouldBe(applies);

    [Theory]
    [InlineData("5432101234567890122", false)]
    [InlineData("5432101234567890123", true)]
    [InlineData("5432101234567890124", false)]
    public void A_range_can_be_of_one_card_in_a_rule_and_in_the_BIN_table(string pan, bool applies)
    {
        BinRange one = new("5432101234567890123", "5432101234567890123");
        Applies(new() { Ruleset = Gold with { Icas = [new("1234", [one])] } }, pan: pan).ShouldBe(applies);
        Applies(new() { Ruleset = Gold with { Icas = [new("1234", [])] }, Issuer = new(one, "1234", "Alpha Bank", "POL") }, pan: pan)
            .ShouldBe(applies);
    }

    [Fact]
    public void A_BIN_range_is_for_the_given_ICA_only() =>
        Applies(new() { Ruleset = Gold with { Icas = [new("9999", [new("543210", "543219")])] } }).ShouldBeFalse();

    [Theory]
    [InlineData("5599990000000000", true)]
    [InlineData("5600000000000000", false)]
    public void A_BIN_range_of_the_rule_decides_where_the_BIN_table_knows_nothing(string pan, bool applies)
    {
        var own = Gold with { Icas = [new("7777", [new("559999", "559999")])] };
        Applies(new() { Ruleset = own }, pan: pan).ShouldBe(applies);
        Applies(new() { Ruleset = own with { Countries = ["DEU"] } }, pan: pan).ShouldBe(applies);
    }

    [Fact]
    public void The_ruleset_of_the_lowest_priority_number_decides_first()
    {
        Decide(Gold with { Priority = 2 }, Gold with { Id = 2, Priority = 1 }).Ruleset!.Id.ShouldBe(2);
        Decide(Gold with { Priority = 1 }, Gold with { Id = 2, Priority = 1 }).Ruleset!.Id.ShouldBe(1);
    }

    [Fact]
    public void Several_ICAs_stand_side_by_side() =>
        Applies(new() { Ruleset = Gold with { Icas = [new("9999", []), new("1234", [])] } }).ShouldBeTrue();

    [Fact]
    public void A_card_that_no_bank_issued_has_no_country() =>
        Applies(new() { Ruleset = Gold with { Countries = ["POL"] } }, pan: "5100000000000000").ShouldBeFalse();

    [Theory]
    [InlineData(Service.Lounge, true)]
    [InlineData(Service.FastLine, false)]
    public void Services(Service service, bool applies) =>
        Applies(new() { Ruleset = Gold with { Services = [service] } }).ShouldBe(applies);

    [Theory]
    [InlineData("POL", true)]
    [InlineData("DEU", false)]
    public void Country_of_the_location(string country, bool applies) =>
        Applies(new() { Ruleset = Gold with { LocationCountries = [country] } }).ShouldBe(applies);

    [Theory]
    [InlineData("WAW-1", true)]
    [InlineData("WAW-2", false)]
    public void Location(string location, bool applies) =>
        Applies(new() { Ruleset = Gold with { Locations = [location] } }).ShouldBe(applies);

    [Fact]
    public void A_location_that_is_not_there_has_no_rules()
    {
        var book = new RuleBook([Gold], [], [], new Dictionary<string, decimal>(StringComparer.Ordinal));
        book.Decide(new(PanNumber.Lowest(Pan), null, "WAW-9", Now, [], new Dictionary<long, int>())).Rule.ShouldBe(Rule.NoRuleset);
    }

    [Fact]
    public void Of_two_rulesets_the_free_one_decides_before_the_paid_one_and_the_first_before_the_second()
    {
        var paid = Gold with { Cardholder = new(null, new(new(20, "EUR"), null)) };
        Decide(paid, Gold with { Id = 2 }).Ruleset!.Id.ShouldBe(2);
        Decide(Gold, Gold with { Id = 2 }).Ruleset!.Id.ShouldBe(1);
        Decide(Gold with { MostUsages = 0 }, paid with { Id = 2 }).Ruleset!.Id.ShouldBe(2);
        Decide(Gold with { Id = 2, MostUsages = 0 }, Gold with { Rpm = true }).Rule.ShouldBe(Rule.Rpm);
    }

    private static Decision Decide(params Ruleset[] rulesets) =>
        new RuleBook(rulesets, [], [new("WAW-1", "POL", Service.Lounge)], new Dictionary<string, decimal>(StringComparer.Ordinal))
            .Decide(new(PanNumber.Lowest(Pan), null, "WAW-1", Now, [], new Dictionary<long, int>()));

    private static bool Applies(OneRule rule, DateTimeOffset? at = null, string pan = Pan) => rule.Tap(at, pan).Rule != Rule.NoRuleset;
}
